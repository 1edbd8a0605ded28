import type { CodeLibrary } from '../../analysis/codeLibrary';

/** Sequel, and the gems that hand SQL to a server. */
export const rubyDatabases: CodeLibrary = {
  name: 'SQL',
  languages: ['ruby'],
  modules: ['pg', 'mysql2', 'sqlite3', 'sequel'],
  steps: {
    query: 'where|filter|exclude|order|limit|join|left_join|select|or|and|grep|offset',
  },
  narrowing: {
    where: 'pick',
    filter: 'pick',
    exclude: 'some',
    limit: 'some',
    grep: 'some',
    join: 'some',
  },
  rules: [
    {
      match: [
        'PG.connect().exec|exec_params|async_exec|query|sync_exec()',
        'PG.Connection.new|open().exec|exec_params|async_exec|query()',
        'Mysql2.Client.new().query|prepare()',
        'SQLite3.Database.new().execute|execute_batch|query|prepare()',
        'Sequel.connect|sqlite|postgres|mysql2().run|execute|execute_ddl|<<()',
      ],
      sql: 0,
    },
    {
      id: 'sequel-delete',
      match: 'Sequel.connect|postgres|mysql2().{table}.(query)*.delete()',
      kind: 'delete',
      subject: '#row of {table}',
    },
    {
      id: 'sequel-truncate',
      match: 'Sequel.connect|postgres|mysql2().{table}.truncate()',
      kind: 'truncate',
      subject: 'the table {table}',
    },
    {
      id: 'sequel-update',
      match: 'Sequel.connect|postgres|mysql2().{table}.(query)*.update()',
      kind: 'update',
      subject: '#row of {table}',
    },
    {
      id: 'sequel-drop-table',
      match: 'Sequel.connect|postgres|mysql2().drop_table|drop_table?()',
      kind: 'drop',
      subject: 'the table {0}',
    },
  ],
};

export const rubyRedis: CodeLibrary = {
  name: 'Redis',
  languages: ['ruby'],
  system: 'redis',
  modules: ['redis'],
  rules: [
    {
      id: 'ruby-redis-flush-all',
      match: ['Redis.new|current().flushall()', 'Redis.current.flushall()'],
      kind: 'delete',
      subject: 'every key of every database',
      takesAll: true,
    },
    {
      id: 'ruby-redis-flush-database',
      match: ['Redis.new|current().flushdb()', 'Redis.current.flushdb()'],
      kind: 'delete',
      subject: 'every key',
      takesAll: true,
    },
  ],
};

export const rubyMongo: CodeLibrary = {
  name: 'MongoDB',
  languages: ['ruby'],
  system: 'mongodb',
  modules: ['mongo'],
  rules: [
    {
      id: 'ruby-mongo-delete-many',
      match: 'Mongo.Client.new().**.{collection}.delete_many()',
      kind: 'delete',
      filter: [0],
      subject: '#document of {collection}',
    },
    {
      id: 'ruby-mongo-delete-one',
      match: 'Mongo.Client.new().**.{collection}.delete_one|find_one_and_delete()',
      kind: 'delete',
      reach: 'one',
      subject: '#document of {collection}',
    },
    {
      id: 'ruby-mongo-update-many',
      match: 'Mongo.Client.new().**.{collection}.update_many()',
      kind: 'update',
      filter: [0],
      subject: '#document of {collection}',
    },
    {
      id: 'ruby-mongo-drop-database',
      match: 'Mongo.Client.new().**.database.drop()',
      kind: 'drop',
      subject: 'the database',
      takesAll: true,
    },
    {
      id: 'ruby-mongo-drop',
      match: 'Mongo.Client.new().{collection}.drop()',
      kind: 'drop',
      subject: 'the collection {collection}',
    },
  ],
};
