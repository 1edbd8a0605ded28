import type { CodeLibrary } from '../../analysis/codeLibrary';

const model = '{Model is Model}';
const executed = '(clause)*.execute|aexecute()';
const database = '<peewee|playhouse|peewee_async>.**';

const ownDatabase =
  'peewee reaches the table through the database of the model itself (`Meta.database`), whatever this is called on.';

export const peewee: CodeLibrary = {
  name: 'peewee',
  languages: ['python'],
  modules: ['peewee', 'playhouse', 'peewee_async', 'flask_peewee'],
  classes: {
    Model: [
      '<peewee|playhouse|peewee_async|flask_peewee>.**.Model|AioModel',
      '<playhouse>.**.FTSModel|FTS5Model|VirtualModel|BaseModel',
    ],
  },
  steps: {
    query:
      'select|filter|where|orwhere|join|left_outer_join|join_from|switch|order_by|order_by_extend|group_by|having|' +
      'distinct|limit|offset|paginate|with_related|objects|iterator|execute|clone|for_update|[:]|[listed]',
    record:
      '[each]|[0]|[instance]|get|get_or_none|get_by_id|first|peek|create|get_or_404|get_object_or_404',
    clause:
      'where|orwhere|join|switch|order_by|limit|offset|returning|from_|with_cte|bind|dicts|tuples|objects',
  },
  narrowing: {
    where: 'pick',
    filter: 'pick',
    orwhere: 'some',
    having: 'some',
    limit: 'some',
    offset: 'some',
    paginate: 'some',
    get: 'one',
    get_or_none: 'one',
    get_by_id: 'one',
    first: 'one',
    peek: 'one',
  },
  rules: [
    {
      id: 'peewee-recursive-delete',
      match: `${model}.(query)*.(record).delete_instance()`,
      given: 'recursive',
      kind: 'delete',
      reach: 'some',
      subject: '#row of {Model}, and those that refer to them',
      trap: 'With `recursive`, every row of other tables that refers to it goes as well.',
    },
    {
      id: 'peewee-delete-instance',
      match: `${model}.(query)*.(record).delete_instance()`,
      kind: 'delete',
      reach: 'one',
      subject: '#row of {Model}',
    },
    {
      id: 'peewee-delete',
      match: `${model}.delete().${executed}`,
      kind: 'delete',
      subject: '#row of {Model}',
    },
    {
      id: 'peewee-update',
      match: `${model}.update().${executed}`,
      kind: 'update',
      subject: '#row of {Model}',
    },
    {
      id: 'peewee-execute-delete',
      match: '**.execute|aexecute()',
      takes: `${model}.delete().(clause)*`,
      kind: 'delete',
      subject: '#row of {Model}',
    },
    {
      id: 'peewee-execute-update',
      match: '**.execute|aexecute()',
      takes: `${model}.update().(clause)*`,
      kind: 'update',
      subject: '#row of {Model}',
    },
    {
      id: 'peewee-delete-by-id',
      match: `${model}.delete_by_id()`,
      kind: 'delete',
      reach: 'one',
      subject: '#row of {Model}',
    },
    {
      id: 'peewee-bulk-update',
      match: `${model}.bulk_update()`,
      kind: 'update',
      reach: 'some',
      subject: '#row of {Model}',
    },
    {
      id: 'peewee-truncate-table',
      match: `${model}.**.truncate_table()`,
      kind: 'truncate',
      subject: 'the table of {Model}',
    },
    {
      id: 'peewee-drop-table',
      match: `${model}.**.drop_table()`,
      kind: 'drop',
      subject: 'the table of {Model}',
    },
    {
      id: 'peewee-schema-drop',
      match: `${model}._schema.drop_all()`,
      kind: 'drop',
      subject: 'the table of {Model}',
    },
    {
      id: 'peewee-drop-tables',
      match: `${database}.drop_tables()`,
      kind: 'drop',
      subject: 'the tables {0}',
      trap: ownDatabase,
    },
    {
      id: 'peewee-drop-column',
      match: '<playhouse>.**.drop_column()',
      kind: 'drop',
      reach: 'some',
      subject: 'the column {1} of {0}',
    },
    { match: `${model}.raw()`, sql: 0 },
    { match: `${database}.execute_sql|execute()`, sql: 0 },
    {
      id: 'peewee-likely-drop-tables',
      confidence: 'likely',
      match: '**.drop_tables()',
      kind: 'drop',
      subject: 'the tables {0}',
      trap: ownDatabase,
    },
    {
      id: 'peewee-likely-delete-instance',
      confidence: 'likely',
      match: '**.delete_instance()',
      kind: 'delete',
      reach: 'one',
      subject: '#row',
    },
    {
      id: 'peewee-likely-delete',
      confidence: 'likely',
      match: `**.{Model}.delete().${executed}`,
      kind: 'delete',
      subject: '#row of {Model}',
    },
    {
      id: 'peewee-likely-update',
      confidence: 'likely',
      match: `**.{Model}.update().${executed}`,
      kind: 'update',
      subject: '#row of {Model}',
    },
    {
      id: 'peewee-likely-truncate-table',
      confidence: 'likely',
      match: '**.{Model}.truncate_table()',
      kind: 'truncate',
      subject: 'the table of {Model}',
    },
    {
      id: 'peewee-likely-drop-table',
      confidence: 'likely',
      match: '**.{Model}.drop_table()',
      kind: 'drop',
      subject: 'the table of {Model}',
    },
    { confidence: 'likely', match: '**.execute_sql()', sql: 0 },
  ],
};
