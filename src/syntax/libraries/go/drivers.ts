import type { CodeLibrary } from '../../analysis/codeLibrary';

const statements = 'Exec|Query|QueryRow|Prepare';
const inContext = 'ExecContext|QueryContext|QueryRowContext|PrepareContext';

/** database/sql, sqlx and pgx. */
export const goDatabases: CodeLibrary = {
  name: 'SQL',
  languages: ['go'],
  modules: ['database/sql', 'github.com/jmoiron/sqlx', 'github.com/jackc/pgx'],
  rules: [
    {
      match: [
        `<database>.sql.**.${statements}()`,
        `<github.com>.jmoiron.sqlx.**.${statements}|MustExec|NamedExec|Queryx()`,
      ],
      sql: 0,
    },
    {
      match: [
        `<database>.sql.**.${inContext}()`,
        `<github.com>.jmoiron.sqlx.**.${inContext}|MustExecContext|NamedExecContext()`,
        `<github.com>.jackc.pgx.**.${statements}()`,
      ],
      sql: 1,
    },
  ],
};

const collection = '<go.mongodb.org>.mongo-driver.**.{collection:Collection}()';

export const goMongo: CodeLibrary = {
  name: 'MongoDB',
  languages: ['go'],
  system: 'mongodb',
  modules: ['go.mongodb.org/mongo-driver'],
  rules: [
    {
      id: 'go-mongo-delete-many',
      match: `${collection}.DeleteMany()`,
      kind: 'delete',
      filter: [1],
      subject: '#document of {collection}',
    },
    {
      id: 'go-mongo-delete-one',
      match: `${collection}.DeleteOne|FindOneAndDelete()`,
      kind: 'delete',
      reach: 'one',
      subject: '#document of {collection}',
    },
    {
      id: 'go-mongo-update-many',
      match: `${collection}.UpdateMany()`,
      kind: 'update',
      filter: [1],
      subject: '#document of {collection}',
    },
    {
      id: 'go-mongo-drop',
      match: `${collection}.Drop()`,
      kind: 'drop',
      subject: 'the collection {collection}',
    },
    {
      id: 'go-mongo-drop-database',
      match: '<go.mongodb.org>.mongo-driver.**.Database().Drop()',
      kind: 'drop',
      subject: 'the database',
      takesAll: true,
    },
  ],
};

export const goRedis: CodeLibrary = {
  name: 'Redis',
  languages: ['go'],
  system: 'redis',
  modules: ['github.com/redis/go-redis', 'github.com/go-redis/redis'],
  rules: [
    {
      id: 'go-redis-flush',
      match: '<github.com>.redis|go-redis.**.FlushAll|FlushDB()',
      kind: 'delete',
      subject: 'every key',
      takesAll: true,
    },
  ],
};
