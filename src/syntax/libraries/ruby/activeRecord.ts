import type { CodeLibrary, LibraryRule } from '../../analysis/codeLibrary';

const removals = 'delete_all|destroy_all|really_destroy_all';
const deletions = 'destroy|destroy!|delete|really_destroy!';
const statements =
  'execute|exec_query|exec_update|exec_delete|delete|update|select_all|query|exec_insert';
const connections = 'connection|lease_connection|with_connection';

const recordRules: readonly LibraryRule[] = [
  {
    id: 'activerecord-delete-all',
    match: `{Model is Record}.(query)*.${removals}()`,
    kind: 'delete',
    subject: '#record of {Model}',
    unfilteredTrap: 'Nothing picks what is deleted: every row of the table goes.',
  },
  {
    id: 'activerecord-delete-scope',
    match: `{Model is Record}.**.${removals}()`,
    kind: 'delete',
    reach: 'some',
    subject: 'records of {Model}',
  },
  {
    id: 'activerecord-delete-by',
    match: '{Model is Record}.**.delete_by|destroy_by()',
    kind: 'delete',
    reach: 'some',
    subject: '#record of {Model}',
  },
  {
    id: 'activerecord-destroy',
    match: [
      `{Model is Record}.[instance].${deletions}()`,
      `{Model is Record}.**.(one).${deletions}()`,
    ],
    kind: 'delete',
    reach: 'one',
    subject: '#record of {Model}',
  },
  {
    id: 'activerecord-destroy-each',
    match: `{Model is Record}.**.[each].${deletions}()`,
    kind: 'delete',
    subject: '#record of {Model}',
    trap: 'This destroys every record that the loop comes to.',
  },
  {
    id: 'activerecord-destroy-key',
    match: '{Model is Record}.destroy|delete()',
    kind: 'delete',
    filter: [0],
    subject: '#record of {Model}',
  },
  {
    id: 'activerecord-update-all',
    match: '{Model is Record}.(query)*.update_all()',
    kind: 'update',
    subject: '#record of {Model}',
    unfilteredTrap: 'Nothing picks what is updated: every row of the table is written over.',
  },
  {
    id: 'activerecord-update-scope',
    match: '{Model is Record}.**.update_all()',
    kind: 'update',
    reach: 'some',
    subject: 'records of {Model}',
  },
];

/** Of models whose files are not found, and of associations. */
const likelyRules: readonly LibraryRule[] = [
  {
    id: 'activerecord-likely-delete-all',
    match: `{Model}.(query)*.${removals}()`,
    confidence: 'likely',
    kind: 'delete',
    subject: '#record of {Model}',
  },
  {
    id: 'activerecord-likely-delete-scope',
    match: `*.**.{name}.${removals}()`,
    confidence: 'likely',
    kind: 'delete',
    reach: 'some',
    subject: 'records of {name}',
  },
  {
    id: 'activerecord-likely-destroy-each',
    match: `{Model}.(query)*.[each].${deletions}()`,
    confidence: 'likely',
    kind: 'delete',
    subject: '#record of {Model}',
  },
  {
    id: 'activerecord-likely-update-all',
    match: '{Model}.(query)*.update_all()',
    confidence: 'likely',
    kind: 'update',
    subject: '#record of {Model}',
  },
  {
    id: 'activerecord-likely-update-scope',
    match: '*.**.{name}.update_all()',
    confidence: 'likely',
    kind: 'update',
    reach: 'some',
    subject: 'records of {name}',
  },
];

const schemaRules: readonly LibraryRule[] = [
  {
    id: 'activerecord-drop-table',
    match: [
      '{Change is Migration}.[instance].drop_table|drop_join_table()',
      `**.${connections}.drop_table()`,
    ],
    kind: 'drop',
    reach: 'all',
    subject: 'the table {0}',
  },
  {
    id: 'activerecord-remove-column',
    match: [
      '{Change is Migration}.[instance].remove_column|remove_columns|remove_reference|remove_belongs_to|remove_timestamps()',
      `**.${connections}.remove_column()`,
    ],
    kind: 'drop',
    reach: 'some',
    subject: 'the column {1} of {0}',
  },
  {
    id: 'activerecord-remove-index',
    match:
      '{Change is Migration}.[instance].remove_index|remove_foreign_key|remove_check_constraint()',
    kind: 'drop',
    reach: 'one',
    subject: 'an index or a constraint of {0}',
  },
  {
    id: 'activerecord-truncate',
    match: [`**.${connections}.truncate|truncate_tables()`, '{Model is Record}.truncate()'],
    kind: 'truncate',
    subject: 'the table {0}',
  },
  {
    id: 'activerecord-drop-database',
    match: [
      '**.DatabaseTasks.drop|drop_all|drop_current|purge|purge_all|purge_current()',
      `**.${connections}.drop_database()`,
    ],
    kind: 'drop',
    subject: 'the database',
    takesAll: true,
  },
  {
    id: 'activerecord-truncate-all',
    match: '**.DatabaseTasks.truncate_all()',
    kind: 'truncate',
    subject: 'every table',
    takesAll: true,
  },
  { match: '{Change is Migration}.[instance].execute()', sql: 0 },
  {
    match: [
      `ActiveRecord.Base.**.${statements}()`,
      `{Model is Record}.**.${connections}.${statements}()`,
    ],
    sql: 0,
  },
  { match: `**.${connections}.${statements}()`, confidence: 'likely', sql: 0 },
  { match: '**.Rake.Task.{task}.invoke|execute|reenable()', command: 'rake' },
];

export const activeRecord: CodeLibrary = {
  name: 'ActiveRecord',
  languages: ['ruby'],
  modules: [
    'Rails',
    'ActiveRecord',
    'ApplicationRecord',
    'ApplicationJob',
    'ApplicationController',
  ],
  classes: {
    Record: ['ActiveRecord.Base', 'ApplicationRecord'],
    Migration: ['ActiveRecord.Migration.*', 'ActiveRecord.Migration'],
  },
  steps: {
    query:
      'where|not|rewhere|joins|left_joins|left_outer_joins|includes|preload|eager_load|references|order|reorder|limit|offset|having|group|all|unscoped|unscope|distinct|select|in_batches|in_order_of|merge|or|and|lock|readonly|from|with_deleted|only_deleted|none|find_each|find_in_batches|each|load|to_a|reload|excluding|without|missing|associated|invert_where|scoping|extending|strict_loading',
    one: 'find|find_by|find_by!|find_by_*|first|first!|last|last!|take|take!|sole|find_sole_by|find_or_initialize_by|find_or_create_by|create|create!|new|[0], [instance]',
  },
  narrowing: {
    where: 'pick',
    not: 'some',
    rewhere: 'pick',
    joins: 'some',
    limit: 'some',
    offset: 'some',
    having: 'some',
    merge: 'some',
    only_deleted: 'some',
    missing: 'some',
    associated: 'some',
    excluding: 'some',
    without: 'some',
    none: 'some',
    find: 'one',
    find_by: 'one',
    'find_by!': 'one',
    first: 'one',
    'first!': 'one',
    last: 'one',
    'last!': 'one',
    take: 'one',
  },
  rules: [...recordRules, ...schemaRules, ...likelyRules],
};
