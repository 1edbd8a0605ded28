import type { CallRule } from '../callRule';
import type { CodeLanguage } from '../codeLanguage';
import { pythonGrammar } from '../grammars/python';

/** Django's and mongoengine's managers, Flask-SQLAlchemy's and Tortoise's queries. */
const managerCalls: readonly CallRule[] = [
  {
    id: 'python-bucket-delete',
    match: '**.{name:Bucket}().objects|object_versions.**.delete()',
    kind: 'delete',
    subject: '#object of the bucket {name}',
  },
  {
    id: 'python-objects-delete',
    match: '**.{Model}.objects.**.delete|_raw_delete|adelete()',
    kind: 'delete',
    subject: '#record of {Model}',
  },
  {
    id: 'python-objects-update',
    match: '**.{Model}.objects.**.update|aupdate|bulk_update|modify()',
    kind: 'update',
    subject: '#record of {Model}',
  },
  {
    id: 'python-objects-update-one',
    match: '**.{Model}.objects.**.update_one|upsert_one()',
    kind: 'update',
    reach: 'one',
    subject: '#record of {Model}',
  },
  {
    id: 'python-objects-save',
    match: '**.{Model}.objects.**.save()',
    kind: 'update',
    subject: '#record of {Model}',
  },
  {
    id: 'python-objects-create',
    match:
      '{Model}.objects.create|acreate|get_or_create|update_or_create|create_user|create_superuser()',
    kind: 'insert',
    reach: 'one',
    subject: '#record of {Model}',
  },
  {
    id: 'python-objects-insert',
    match: '**.{Model}.objects.bulk_create|insert()',
    kind: 'insert',
    reach: 'some',
    subject: '#record of {Model}',
  },
  {
    id: 'python-query-delete',
    match: '**.{Model}.query.**.delete()',
    kind: 'delete',
    subject: '#row of {Model}',
  },
  {
    id: 'python-query-update',
    match: '**.{Model}.query.**.update()',
    kind: 'update',
    subject: '#row of {Model}',
  },
  {
    id: 'python-queryset-delete',
    match: '**.{Model}.all|filter|exclude().**.delete()',
    kind: 'delete',
    subject: '#row of {Model}',
  },
  {
    id: 'python-drop-collection',
    match: '**.{Model}.drop_collection()',
    kind: 'drop',
    subject: 'the collection of {Model}',
  },
];

/** peewee. */
const peeweeCalls: readonly CallRule[] = [
  {
    id: 'python-delete-execute',
    match: '**.{Model}.delete().**.execute()',
    kind: 'delete',
    subject: '#row of {Model}',
  },
  {
    id: 'python-update-execute',
    match: '**.{Model}.update().**.execute()',
    kind: 'update',
    subject: '#row of {Model}',
  },
  {
    id: 'python-insert-execute',
    match: '**.{Model}.insert|insert_many|replace|replace_many().**.execute()',
    kind: 'insert',
    reach: 'some',
    subject: '#row of {Model}',
  },
  {
    id: 'python-delete-instance',
    match: '**.{Model}.**.delete_instance()',
    kind: 'delete',
    subject: '#row of {Model}',
  },
  {
    id: 'python-delete-unknown-instance',
    match: '*.**.delete_instance()',
    kind: 'delete',
    reach: 'one',
    subject: '#row',
  },
  {
    id: 'python-delete-by-id',
    match: '**.{Model}.delete_by_id()',
    kind: 'delete',
    reach: 'one',
    subject: '#row of {Model}',
  },
  {
    id: 'python-truncate-table',
    match: '**.{Model}.truncate_table()',
    kind: 'truncate',
    subject: 'the table of {Model}',
  },
  {
    id: 'python-drop-table',
    match: '**.{Model}.drop_table()',
    kind: 'drop',
    subject: 'the table of {Model}',
  },
  {
    id: 'python-drop-tables',
    match: '*.**.drop_tables()',
    kind: 'drop',
    subject: 'the tables {0}',
  },
];

/** SQLAlchemy, SQLModel, Pony and Alembic. */
const sqlalchemyCalls: readonly CallRule[] = [
  {
    id: 'python-drop-all',
    match: '*.**.drop_all|drop_all_tables()',
    kind: 'drop',
    subject: 'every table',
    takesAll: true,
  },
  {
    id: 'python-drop-mapped-table',
    match: '**.{Model}.__table__.drop()',
    kind: 'drop',
    subject: 'the table of {Model}',
  },
  {
    id: 'python-session-query-delete',
    match: '**.{model:query}().**.delete()',
    kind: 'delete',
    subject: '#row of {model}',
  },
  {
    id: 'python-session-query-update',
    match: '**.{model:query}().**.update()',
    kind: 'update',
    subject: '#row of {model}',
  },
  {
    id: 'python-session-delete',
    match: '**.session|Session.delete()',
    takes: '**.{model:query|scalars|scalar|execute|exec}().**',
    kind: 'delete',
    subject: '#row of {model}',
  },
  {
    id: 'python-session-delete-one',
    match: '**.session|Session.delete()',
    takes: '**.session|Session.{model:get|get_one}().**',
    kind: 'delete',
    subject: '#row of {model}',
  },
  {
    id: 'python-delete-from',
    match: 'delete()',
    takes: '{Model}',
    kind: 'delete',
    subject: '#row of {Model}',
  },
  {
    id: 'python-update-from',
    match: 'update()',
    takes: '{Model}',
    kind: 'update',
    subject: '#row of {Model}',
  },
  {
    id: 'python-drop-sql-database',
    match: '**.drop_database()',
    kind: 'drop',
    subject: 'the database {0}',
    takesAll: true,
  },
  {
    id: 'python-migration-drop',
    match: 'op.drop_table|drop_column()',
    kind: 'drop',
    subject: '{0}',
  },
  { match: 'command.{verb:downgrade|upgrade|stamp}()', command: 'alembic' },
  { match: '**.call_command()', command: 'manage.py' },
];

/** Names of which a collection or a database of pymongo may be taken. */
const databases =
  'db|database|mongo|client|mongo_client|connection|MongoClient|get_database|get_db';

const pymongoCalls: readonly CallRule[] = [
  {
    id: 'python-drop-named-collection',
    match: '*.**.drop_collection()',
    kind: 'drop',
    subject: 'the collection {0}',
  },
  {
    id: 'python-collection-drop',
    match: `${databases}.**.{collection}.drop()`,
    isBare: true,
    kind: 'drop',
    subject: 'the collection {collection}',
  },
  {
    id: 'python-own-collection-drop',
    match: '**.{collection:collection|coll|col|_get_collection|get_collection}.drop()',
    isBare: true,
    kind: 'drop',
    subject: 'the collection {collection}',
  },
  {
    id: 'python-delete-many',
    match: '**.{collection}.delete_many()',
    filter: ['filter', 0],
    kind: 'delete',
    subject: '#document of {collection}',
  },
  {
    id: 'python-delete-one',
    match: '**.{collection}.delete_one|find_one_and_delete()',
    kind: 'delete',
    reach: 'one',
    subject: '#document of {collection}',
  },
  {
    id: 'python-update-many',
    match: '**.{collection}.update_many()',
    filter: ['filter', 0],
    kind: 'update',
    subject: '#document of {collection}',
  },
  {
    id: 'python-update-one',
    match: '**.{collection}.update_one|replace_one|find_one_and_update|find_one_and_replace()',
    kind: 'update',
    reach: 'one',
    subject: '#document of {collection}',
  },
  {
    id: 'python-insert-one',
    match: '**.{collection}.insert_one()',
    kind: 'insert',
    reach: 'one',
    subject: '#document of {collection}',
  },
  {
    id: 'python-insert-many',
    match: '**.{collection}.insert_many()',
    kind: 'insert',
    reach: 'some',
    subject: '#document of {collection}',
  },
  {
    id: 'python-bulk-delete-many',
    match: '**.DeleteMany()',
    filter: [0],
    kind: 'delete',
    subject: '#document',
  },
  {
    id: 'python-bulk-delete-one',
    match: '**.DeleteOne()',
    kind: 'delete',
    reach: 'one',
    subject: '#document',
  },
  {
    id: 'python-bulk-update-many',
    match: '**.UpdateMany()',
    filter: [0],
    kind: 'update',
    subject: '#document',
  },
  {
    id: 'python-aggregate-out',
    match: '**.{collection}.aggregate()',
    given: '$out',
    kind: 'overwrite',
    subject: 'the collection {$out}',
  },
  {
    id: 'python-command-drop-database',
    match: '**.command()',
    given: '.dropDatabase',
    kind: 'drop',
    subject: 'the database',
    takesAll: true,
  },
];

const redisCalls: readonly CallRule[] = [
  {
    id: 'python-flush-all',
    match: '*.**.flushall|flush_all()',
    kind: 'delete',
    subject: 'every key of every database',
    takesAll: true,
  },
  {
    id: 'python-flush-database',
    match: '*.**.flushdb()',
    kind: 'delete',
    subject: 'every key',
    takesAll: true,
  },
];

const sqlCalls: readonly CallRule[] = [
  {
    match:
      '**.execute|executemany|executescript|execute_sql|exec_driver_sql|raw|fetch|fetchval|fetchrow()',
    sql: 0,
  },
  { match: '**.read_sql|read_sql_query()', sql: 0 },
];

export const python: CodeLanguage = {
  payload: 'python',
  grammar: pythonGrammar,
  rules: [
    ...managerCalls,
    ...peeweeCalls,
    ...sqlalchemyCalls,
    ...pymongoCalls,
    ...redisCalls,
    ...sqlCalls,
  ],
  narrowing: {
    objects: 'pick',
    filter: 'pick',
    filter_by: 'pick',
    where: 'pick',
    find: 'pick',
    exclude: 'some',
    limit: 'some',
    having: 'some',
    none: 'some',
    in_bulk: 'some',
    get: 'one',
    get_one: 'one',
    get_or_none: 'one',
    get_by_id: 'one',
    get_or_404: 'one',
    first: 'one',
    last: 'one',
    latest: 'one',
    earliest: 'one',
    one: 'one',
    one_or_none: 'one',
    scalar_one: 'one',
    find_one: 'one',
  },
  callbacks: { map: 'each' },
  passes: [
    'list',
    'tuple',
    'set',
    'sorted',
    'reversed',
    'iter',
    'enumerate',
    'tqdm',
    'closing',
    'aclosing',
  ],
};
