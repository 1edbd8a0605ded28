import type { CallRule } from '../callRule';
import type { CodeLanguage } from '../codeLanguage';
import { phpGrammar } from '../grammars/php';
import { mongoCalls } from './mongoCalls';

/** The calls by which a class of Eloquent begins a query. */
const queried =
  'query|newQuery|all|find|findOrFail|first|firstOrFail|where*|with|withCount|withTrashed|withoutGlobalScope*|onlyTrashed|latest|orderBy|limit|cursor|chunk|has|doesntHave|[each]';

const eloquentCalls: readonly CallRule[] = [
  {
    id: 'php-model-truncate',
    match: '{Model}.**.truncate()',
    kind: 'truncate',
    subject: 'the table of {Model}',
  },
  {
    id: 'php-model-delete',
    match: `{Model}.${queried}.**.delete|forceDelete()`,
    kind: 'delete',
    subject: '#record of {Model}',
  },
  {
    id: 'php-model-destroy',
    match: '{Model}.destroy|forceDestroy()',
    filter: [0],
    kind: 'delete',
    subject: '#record of {Model}',
  },
  {
    id: 'php-model-update',
    match: `{Model}.${queried}.**.update|increment|decrement|save()`,
    kind: 'update',
    subject: '#record of {Model}',
  },
  {
    id: 'php-model-insert',
    match: '{Model}.insert|upsert|updateOrCreate|firstOrCreate()',
    kind: 'insert',
    reach: 'some',
    subject: '#record of {Model}',
  },
];

const builderCalls: readonly CallRule[] = [
  {
    id: 'php-table-truncate',
    match: 'DB.**.{table:table}().**.truncate()',
    kind: 'truncate',
    subject: 'the table {table}',
  },
  {
    id: 'php-table-delete',
    match: 'DB.**.{table:table}().**.delete()',
    kind: 'delete',
    subject: '#row of {table}',
  },
  {
    id: 'php-table-update',
    match: 'DB.**.{table:table}().**.update|updateOrInsert|upsert|increment|decrement()',
    kind: 'update',
    subject: '#row of {table}',
  },
  {
    id: 'php-table-insert',
    match: 'DB.**.{table:table}().insert|insertGetId|insertOrIgnore()',
    kind: 'insert',
    reach: 'some',
    subject: '#row of {table}',
  },
  {
    id: 'php-schema-drop-all',
    match: 'Schema.**.dropAllTables|dropDatabaseIfExists()',
    kind: 'drop',
    subject: 'every table',
    takesAll: true,
  },
  {
    id: 'php-schema-drop',
    match: 'Schema.**.drop|dropIfExists|dropColumns()',
    kind: 'drop',
    subject: 'the table {0}',
  },
  {
    id: 'php-schema-change',
    match: 'Schema.**.create|table|rename()',
    kind: 'migrate',
    reach: 'some',
    subject: 'the table {0}',
  },
  { match: 'Artisan.call|queue()', command: 'artisan' },
];

/** MongoDB's own library, and Redis. */
const otherCalls: readonly CallRule[] = [
  {
    id: 'php-collection-drop',
    match: '**.{collection:selectCollection|getCollection|collection}.drop()',
    kind: 'drop',
    subject: 'the collection {collection}',
  },
  {
    id: 'php-flush-all',
    match: '*.**.flushall|flushAll()',
    kind: 'delete',
    subject: 'every key of every database',
    takesAll: true,
  },
  {
    id: 'php-flush-database',
    match: '*.**.flushdb|flushDB()',
    kind: 'delete',
    subject: 'every key',
    takesAll: true,
  },
];

const sqlCalls: readonly CallRule[] = [
  { match: 'DB.**.statement|unprepared|delete|update|insert|select|affectingStatement()', sql: 0 },
  {
    match:
      '*.**.exec|query|prepare|executeStatement|executeQuery|executeUpdate|real_query|multi_query()',
    sql: 0,
  },
  {
    match: 'mysqli_query|mysqli_multi_query|mysqli_real_query|pg_query|sqlsrv_query()',
    given: 1,
    sql: 1,
  },
  { match: 'pg_query|mysql_query()', sql: 0 },
];

export const php: CodeLanguage = {
  payload: 'php',
  grammar: phpGrammar,
  rules: [...builderCalls, ...sqlCalls, ...eloquentCalls, ...otherCalls, ...mongoCalls],
  narrowing: {
    where: 'pick',
    orWhere: 'pick',
    whereIn: 'some',
    whereNotIn: 'some',
    whereNull: 'some',
    whereNotNull: 'some',
    whereBetween: 'some',
    whereDate: 'some',
    whereHas: 'some',
    whereRaw: 'pick',
    doesntHave: 'some',
    has: 'some',
    onlyTrashed: 'some',
    filter: 'some',
    limit: 'some',
    take: 'some',
    skip: 'some',
    find: 'one',
    findOrFail: 'one',
    first: 'one',
    firstOrFail: 'one',
    findOne: 'one',
  },
  callbacks: { each: 'each', map: 'each', chunk: 'same', tap: 'same', eachById: 'each' },
  passes: [],
};
