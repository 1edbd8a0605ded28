import type { CallRule } from '../callRule';
import type { CodeLanguage } from '../codeLanguage';
import { rubyGrammar } from '../grammars/ruby';

/** The calls of Active Record that give one record or many; other classes have few of them. */
const found =
  'find|find_by|find_by!|find_or_create_by|first|first!|last|last!|take|all|where|unscoped|find_each|find_in_batches|in_batches|order|limit|joins|includes|not|[each]';

const activeRecordCalls: readonly CallRule[] = [
  {
    id: 'ruby-delete-all',
    match: '**.{Model}.**.delete_all|destroy_all()',
    kind: 'delete',
    subject: '#record of {Model}',
  },
  {
    id: 'ruby-delete-by',
    match: '**.{Model}.**.delete_by|destroy_by()',
    filter: [0],
    kind: 'delete',
    reach: 'some',
    subject: '#record of {Model}',
  },
  {
    id: 'ruby-destroy-id',
    match: '**.{Model}.destroy()',
    kind: 'delete',
    filter: [0],
    subject: '#record of {Model}',
  },
  {
    id: 'ruby-destroy',
    match: `**.{Model}.${found}.**.destroy|destroy!|delete|really_destroy!()`,
    kind: 'delete',
    subject: '#record of {Model}',
  },
  {
    id: 'ruby-update-all',
    match: '**.{Model}.**.update_all|touch_all()',
    kind: 'update',
    subject: '#record of {Model}',
  },
  {
    id: 'ruby-update',
    match: `**.{Model}.${found}.**.update|update!|update_attribute|update_attributes|update_columns|update_column|save|save!|toggle!|increment!()`,
    kind: 'update',
    subject: '#record of {Model}',
  },
  {
    id: 'ruby-insert-all',
    match: '**.{Model}.insert_all|insert_all!|upsert_all|create!|find_or_create_by!()',
    kind: 'insert',
    reach: 'some',
    subject: '#record of {Model}',
  },
];

const schemaCalls: readonly CallRule[] = [
  {
    id: 'ruby-truncate-table',
    match: '**.connection.truncate|truncate_tables()',
    kind: 'truncate',
    subject: 'the table {0}',
  },
  {
    id: 'ruby-drop-table',
    match: '**.drop_table()',
    kind: 'drop',
    subject: 'the table {0}',
  },
  {
    id: 'ruby-drop-database',
    match: '*.**.drop_database()',
    kind: 'drop',
    subject: 'the database {0}',
    takesAll: true,
  },
  {
    id: 'ruby-drop-current',
    match: '**.DatabaseTasks.drop|drop_all|drop_current|purge|purge_all|purge_current()',
    kind: 'drop',
    subject: 'the database',
    takesAll: true,
  },
  {
    id: 'ruby-truncate-all',
    match: '**.DatabaseTasks.truncate_all()',
    kind: 'truncate',
    subject: 'every table',
    takesAll: true,
  },
  {
    id: 'ruby-database-cleaner',
    match: 'DatabaseCleaner.**.clean|clean_with()',
    kind: 'truncate',
    subject: 'every table',
    takesAll: true,
  },
  { match: '**.Rake.Task.{task}.invoke|execute()', command: 'rake' },
];

/** Sequel, Mongoid and Redis. */
const otherCalls: readonly CallRule[] = [
  {
    id: 'ruby-dataset-delete',
    match: 'DB.{table}.**.delete()',
    kind: 'delete',
    subject: '#row of {table}',
  },
  {
    id: 'ruby-dataset-truncate',
    match: 'DB.{table}.**.truncate()',
    kind: 'truncate',
    subject: 'the table {table}',
  },
  {
    id: 'ruby-dataset-update',
    match: 'DB.{table}.**.update()',
    kind: 'update',
    subject: '#row of {table}',
  },
  {
    id: 'ruby-mongoid-purge',
    match: 'Mongoid.purge!|truncate!()',
    kind: 'drop',
    subject: 'every collection',
    takesAll: true,
  },
  {
    id: 'ruby-collection-drop',
    match: '**.{Model}.collection.drop()',
    kind: 'drop',
    subject: 'the collection of {Model}',
  },
  {
    id: 'ruby-mongo-database-drop',
    match: '**.database.drop()',
    kind: 'drop',
    subject: 'the database',
    takesAll: true,
  },
  {
    id: 'ruby-delete-many',
    match: '**.{collection}.delete_many()',
    filter: [0],
    kind: 'delete',
    subject: '#document of {collection}',
  },
  {
    id: 'ruby-delete-one',
    match: '**.{collection}.delete_one()',
    kind: 'delete',
    reach: 'one',
    subject: '#document of {collection}',
  },
  {
    id: 'ruby-flush-all',
    match: '*.**.flushall()',
    kind: 'delete',
    subject: 'every key of every database',
    takesAll: true,
  },
  {
    id: 'ruby-flush-database',
    match: '*.**.flushdb()',
    kind: 'delete',
    subject: 'every key',
    takesAll: true,
  },
];

const sqlCalls: readonly CallRule[] = [
  {
    match:
      '*.**.execute|exec_query|exec_update|exec_delete|exec_insert|find_by_sql|select_all|run()',
    sql: 0,
  },
  { match: '**.conn|connection|db|pg|client|PG.**.exec|exec_params|async_exec()', sql: 0 },
  { match: '**.connection.delete|update|insert()', sql: 0 },
  { match: '*.**.query()', sql: 0 },
];

export const ruby: CodeLanguage = {
  payload: 'ruby',
  grammar: rubyGrammar,
  // The end of a heredoc is only found where its line ends.
  prepare: (text) => `${text}\n`,
  rules: [...schemaCalls, ...sqlCalls, ...otherCalls, ...activeRecordCalls],
  narrowing: {
    where: 'pick',
    not: 'some',
    rewhere: 'pick',
    joins: 'some',
    limit: 'some',
    offset: 'some',
    having: 'some',
    filter: 'some',
    select: 'some',
    exclude: 'some',
    find: 'one',
    find_by: 'one',
    'find_by!': 'one',
    first: 'one',
    'first!': 'one',
    last: 'one',
    'last!': 'one',
    take: 'one',
  },
  callbacks: {
    each: 'each',
    map: 'each',
    find_each: 'each',
    in_batches: 'same',
    find_in_batches: 'same',
    tap: 'same',
    then: 'same',
  },
  passes: [],
};
