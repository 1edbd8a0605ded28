import type { CodeLibrary } from '../../analysis/codeLibrary';

const model = '{Model is Model}';

export const tortoise: CodeLibrary = {
  name: 'Tortoise',
  languages: ['python'],
  modules: ['tortoise'],
  classes: { Model: ['<tortoise>.**.Model'] },
  steps: {
    query:
      'all|filter|exclude|annotate|order_by|limit|offset|distinct|only|using_db|select_for_update|select_related|' +
      'prefetch_related|group_by|use_index|force_index|get_or_create|update_or_create|[:]|[listed]',
    record: '[each]|[0]|[instance]|get|get_or_none|first|last|latest|earliest|create',
  },
  narrowing: {
    filter: 'pick',
    exclude: 'some',
    limit: 'some',
    offset: 'some',
    get: 'one',
    get_or_none: 'one',
    first: 'one',
    last: 'one',
    latest: 'one',
    earliest: 'one',
    get_or_create: 'one',
    update_or_create: 'one',
  },
  rules: [
    {
      id: 'tortoise-instance-delete',
      match: `${model}.(query)*.(record).delete()`,
      kind: 'delete',
      reach: 'one',
      subject: '#row of {Model}',
    },
    {
      id: 'tortoise-query-delete',
      match: `${model}.(query).(query)*.delete()`,
      kind: 'delete',
      subject: '#row of {Model}',
    },
    {
      id: 'tortoise-query-update',
      match: `${model}.(query).(query)*.update()`,
      kind: 'update',
      subject: '#row of {Model}',
    },
    {
      id: 'tortoise-bulk-update',
      match: `${model}.(query)*.bulk_update()`,
      kind: 'update',
      reach: 'some',
      subject: '#row of {Model}',
    },
    {
      id: 'tortoise-related-delete',
      match: `${model}.(query)*.(record).*.(query).(query)*.delete()`,
      kind: 'delete',
      reach: 'some',
      subject: '#row that belong to one {Model}',
    },
    {
      id: 'tortoise-related-update',
      match: `${model}.(query)*.(record).*.(query).(query)*.update()`,
      kind: 'update',
      reach: 'some',
      subject: '#row that belong to one {Model}',
    },
    {
      id: 'tortoise-drop-databases',
      match: '<tortoise>.**._drop_databases()',
      kind: 'drop',
      subject: 'every database that it knows',
      takesAll: true,
    },
    {
      match: '<tortoise>.**.execute_query|execute_query_dict|execute_script()',
      sql: 0,
    },
    { match: '<tortoise>.**.execute_many()', sql: 0, isRepeated: true },
    { match: `${model}.raw()`, sql: 0 },
    {
      confidence: 'likely',
      match: '**.execute_query|execute_query_dict|execute_script()',
      sql: 0,
    },
  ],
};
