import type { CodeLibrary } from '../../analysis/codeLibrary';

const statements = 'exec|query|prepare|real_query|multi_query|execute_query';

function calledOn(names: string): readonly string[] {
  return [`${names}().${statements}()`, `${names}.[instance].${statements}()`];
}

/** What PHP and Doctrine hand to a server. */
export const phpDatabases: CodeLibrary = {
  name: 'SQL',
  languages: ['php'],
  modules: ['PDO', 'mysqli', 'Doctrine'],
  rules: [
    {
      match: [
        ...calledOn('PDO|mysqli'),
        `<PDO|mysqli>().${statements}()`,
        'mysqli_connect|mysqli_init().query|multi_query|prepare()',
        '<Doctrine>.**.executeStatement|executeQuery|executeUpdate|exec|createQuery()',
      ],
      sql: 0,
    },
    {
      match:
        'mysqli_query|mysqli_multi_query|mysqli_real_query|mysqli_prepare|pg_query|sqlsrv_query()',
      given: 1,
      sql: 1,
    },
    { match: 'pg_query|mysql_query()', sql: 0 },
  ],
};

export const phpMongo: CodeLibrary = {
  name: 'MongoDB',
  languages: ['php'],
  system: 'mongodb',
  modules: ['MongoDB'],
  rules: [
    {
      id: 'php-mongo-delete-many',
      match: '<MongoDB>.Client().**.{collection}.deleteMany()',
      kind: 'delete',
      filter: [0],
      subject: '#document of {collection}',
    },
    {
      id: 'php-mongo-delete-one',
      match: '<MongoDB>.Client().**.{collection}.deleteOne|findOneAndDelete()',
      kind: 'delete',
      reach: 'one',
      subject: '#document of {collection}',
    },
    {
      id: 'php-mongo-update-many',
      match: '<MongoDB>.Client().**.{collection}.updateMany()',
      kind: 'update',
      filter: [0],
      subject: '#document of {collection}',
    },
    {
      id: 'php-mongo-drop',
      match: '<MongoDB>.Client().**.drop|dropDatabase|dropCollection()',
      kind: 'drop',
      subject: 'a collection or a database',
    },
  ],
};
