import type { CodeLibrary } from '../../analysis/codeLibrary';

const databases = 'PostgresqlDatabase|MySQLDatabase|SqliteDatabase|Database';

export const peewee: CodeLibrary = {
  name: 'peewee',
  languages: ['python'],
  modules: ['peewee', 'playhouse'],
  classes: { Model: ['<peewee>.Model'] },
  steps: { query: 'where|order_by|limit' },
  narrowing: { where: 'pick', limit: 'some' },
  rules: [
    {
      id: 'peewee-drop-tables',
      match: `<peewee|playhouse>.**.{database:${databases}}().drop_tables()`,
      kind: 'drop',
      subject: 'the tables {0}',
      trap: 'Each table is dropped in the database of its own model (Meta.database), whatever database this is called on.',
    },
    {
      id: 'peewee-delete',
      match: '{Model is Model}.delete().(query)*.execute()',
      kind: 'delete',
      subject: '#row of {Model}',
    },
  ],
};
