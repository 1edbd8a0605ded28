import type { CallRule } from '../callRule';
import type { CodeLanguage } from '../codeLanguage';
import { javascriptGrammar } from '../grammars/javascript';
import { mongoCalls } from './mongoCalls';

/** The calls by which a model of mongoose or Sequelize gives records. */
const found = 'find|findAll|findOne|findById|findByPk|findOneBy|findBy|findMany|findFirst';

/** mongoose, and what the MongoDB driver shares with no other library. */
const mongooseCalls: readonly CallRule[] = [
  {
    id: 'javascript-collection-drop',
    match: '**.{collection:collection|model}.drop()',
    kind: 'drop',
    subject: 'the collection {collection}',
  },
  {
    id: 'javascript-database-collection-drop',
    match: 'db|database.{collection}.drop()',
    kind: 'drop',
    subject: 'the collection {collection}',
  },
  {
    id: 'javascript-document-remove',
    match: `**.{Model}.${found}().**.remove|deleteOne()`,
    kind: 'delete',
    subject: '#document of {Model}',
  },
  {
    id: 'javascript-document-save',
    match: `**.{Model}.${found}().**.save()`,
    kind: 'update',
    subject: '#document of {Model}',
  },
  {
    id: 'javascript-clear-index',
    match: '*.**.clearObjects|clearIndex|deleteIndex|deleteAllDocuments()',
    kind: 'delete',
    subject: 'the search index {0}',
  },
  {
    id: 'javascript-delete-by-query',
    match: '**.deleteByQuery()',
    kind: 'delete',
    reach: 'some',
    subject: '#document of {index}',
  },
];

/** Names that a client of Prisma goes by. */
const prisma = '**.prisma|db|client|PrismaClient|tx';

const prismaCalls: readonly CallRule[] = [
  {
    id: 'javascript-prisma-delete',
    match: `${prisma}.{model}.delete()`,
    given: '.where',
    kind: 'delete',
    reach: 'one',
    subject: '#row of {model}',
  },
  {
    id: 'javascript-prisma-update',
    match: `${prisma}.{model}.update|upsert()`,
    given: '.where',
    kind: 'update',
    reach: 'one',
    subject: '#row of {model}',
  },
  {
    id: 'javascript-prisma-update-many',
    match: `${prisma}.{model}.updateMany()`,
    given: '.data',
    filter: ['where'],
    kind: 'update',
    subject: '#row of {model}',
  },
  {
    id: 'javascript-prisma-delete-many',
    match: `${prisma}.{model}.deleteMany()`,
    given: '.where',
    filter: ['where'],
    kind: 'delete',
    subject: '#row of {model}',
  },
  {
    id: 'javascript-prisma-create',
    match: `${prisma}.{model}.create|createMany()`,
    given: '.data',
    kind: 'insert',
    reach: 'some',
    subject: '#row of {model}',
  },
];

const sequelizeCalls: readonly CallRule[] = [
  {
    id: 'javascript-destroy-truncating',
    match: '**.{Model}.destroy()',
    given: '.truncate',
    kind: 'truncate',
    subject: 'the table of {Model}',
  },
  {
    id: 'javascript-destroy',
    match: '**.{Model}.destroy()',
    given: '.where',
    filter: ['where'],
    kind: 'delete',
    subject: '#row of {Model}',
  },
  {
    id: 'javascript-instance-destroy',
    match: `**.{Model}.${found}().**.destroy()`,
    kind: 'delete',
    subject: '#row of {Model}',
  },
  {
    id: 'javascript-model-update',
    match: '**.{Model}.update()',
    given: '.where',
    filter: ['where'],
    kind: 'update',
    subject: '#row of {Model}',
  },
  {
    id: 'javascript-sync-model',
    match: '{Model}.sync()',
    given: '.force',
    kind: 'drop',
    subject: 'the table of {Model}',
  },
  {
    id: 'javascript-sync',
    match: '**.sequelize|Sequelize|db|database|connection.sync()',
    given: '.force',
    kind: 'drop',
    subject: 'every table',
    takesAll: true,
  },
  {
    id: 'javascript-sync-alter',
    match: '**.sequelize|Sequelize|db|database|connection.sync()',
    given: '.alter',
    kind: 'migrate',
    reach: 'some',
    subject: 'the tables',
  },
  {
    id: 'javascript-drop-everything',
    match: '**.sequelize|Sequelize.drop()',
    kind: 'drop',
    subject: 'every table',
    takesAll: true,
  },
  {
    id: 'javascript-truncate-everything',
    match: '**.sequelize|Sequelize.truncate()',
    kind: 'truncate',
    subject: 'every table',
    takesAll: true,
  },
  {
    id: 'javascript-model-drop',
    match: '{Model}.drop()',
    isBare: true,
    kind: 'drop',
    subject: 'the table of {Model}',
  },
  {
    id: 'javascript-model-truncate',
    match: '{Model}.truncate()',
    isBare: true,
    kind: 'truncate',
    subject: 'the table of {Model}',
  },
  {
    id: 'javascript-bulk-delete',
    match: '**.queryInterface|getQueryInterface.bulkDelete()',
    filter: [1],
    kind: 'delete',
    subject: '#row of {0}',
  },
  {
    id: 'javascript-drop-all-tables',
    match: '**.dropAllTables|dropAllSchemas|clearDatabase()',
    kind: 'drop',
    subject: 'every table',
    takesAll: true,
  },
  {
    id: 'javascript-drop-table',
    match: '*.**.dropTable|dropTableIfExists|dropSchema()',
    kind: 'drop',
    subject: 'the table {0}',
  },
];

/** Names that a connection of Knex goes by; called with a table's name they begin a query. */
const knex = '**.{table:knex|db|trx|from|into|table|k}()';

const knexCalls: readonly CallRule[] = [
  {
    id: 'javascript-knex-delete',
    match: `${knex}.**.del()`,
    kind: 'delete',
    subject: '#row of {table}',
  },
  {
    id: 'javascript-knex-delete-rows',
    match: '**.{table:knex|db|trx|table|k}().**.delete()',
    kind: 'delete',
    subject: '#row of {table}',
  },
  {
    id: 'javascript-knex-truncate',
    match: `${knex}.**.truncate()`,
    kind: 'truncate',
    subject: 'the table {table}',
  },
  {
    id: 'javascript-knex-update',
    match: '**.{table:knex|trx|k}().**.update()',
    kind: 'update',
    subject: '#row of {table}',
  },
  {
    id: 'javascript-knex-insert',
    match: '**.{table:knex|trx|k}().**.insert()',
    kind: 'insert',
    reach: 'some',
    subject: '#row of {table}',
  },
  {
    id: 'javascript-knex-rollback',
    match: '**.migrate.rollback|down()',
    kind: 'drop',
    reach: 'some',
    subject: 'what the last migrations made',
  },
  {
    id: 'javascript-knex-migrate',
    match: '**.migrate.latest|up()',
    kind: 'migrate',
    reach: 'some',
    subject: 'the schema',
  },
];

/** Names that TypeORM's repositories and managers go by. */
const repository = '**.{entity:getRepository|*Repository|*Repo|repository|repo}';

const typeormCalls: readonly CallRule[] = [
  {
    id: 'javascript-repository-clear',
    match: `${repository}.clear()`,
    kind: 'truncate',
    subject: 'the table of {entity}',
  },
  {
    id: 'javascript-repository-delete',
    match: `${repository}.delete|softDelete()`,
    filter: [0],
    kind: 'delete',
    subject: '#row of {entity}',
  },
  {
    id: 'javascript-manager-clear',
    match: '**.manager|entityManager.clear()',
    takes: '{Entity}',
    kind: 'truncate',
    subject: 'the table of {Entity}',
  },
  {
    id: 'javascript-manager-delete',
    match: '**.manager|entityManager.delete()',
    takes: '{Entity}',
    filter: [1],
    kind: 'delete',
    subject: '#row of {Entity}',
  },
  {
    id: 'javascript-builder-delete',
    match: '**.createQueryBuilder().**.delete().**.execute()',
    kind: 'delete',
    subject: '#row',
  },
  {
    id: 'javascript-synchronize',
    match: '**.synchronize()',
    given: 0,
    kind: 'drop',
    subject: 'every table',
    takesAll: true,
  },
  {
    id: 'javascript-undo-migration',
    match: '**.undoLastMigration()',
    kind: 'drop',
    reach: 'some',
    subject: 'what the last migration made',
  },
  {
    id: 'javascript-run-migrations',
    match: '**.runMigrations()',
    kind: 'migrate',
    reach: 'some',
    subject: 'the schema',
  },
];

/** Drizzle takes the table itself, Supabase its name. */
const otherQueries: readonly CallRule[] = [
  {
    id: 'javascript-drizzle-delete',
    match: '**.db|tx|database.delete()',
    takes: '**.{table:*s|*Table|*Schema}',
    kind: 'delete',
    subject: '#row of {table}',
  },
  {
    id: 'javascript-drizzle-update',
    match: '**.db|tx|database.update()',
    takes: '**.{table:*s|*Table|*Schema}',
    kind: 'update',
    subject: '#row of {table}',
  },
  {
    id: 'javascript-drizzle-insert',
    match: '**.db|tx|database.insert()',
    takes: '**.{table:*s|*Table|*Schema}',
    kind: 'insert',
    reach: 'some',
    subject: '#row of {table}',
  },
  {
    id: 'javascript-supabase-delete',
    match: '**.supabase|createClient.**.{table:from}().delete()',
    kind: 'delete',
    subject: '#row of {table}',
  },
  {
    id: 'javascript-supabase-update',
    match: '**.supabase|createClient.**.{table:from}().update|upsert()',
    kind: 'update',
    subject: '#row of {table}',
  },
  {
    id: 'javascript-document-delete',
    match: '**.{collection:collection}().doc().delete()',
    kind: 'delete',
    reach: 'one',
    subject: '#document of {collection}',
  },
  {
    id: 'javascript-recursive-delete',
    match: '**.recursiveDelete()',
    kind: 'delete',
    reach: 'some',
    subject: '#document',
  },
];

const redisCalls: readonly CallRule[] = [
  {
    id: 'javascript-flush-all',
    match: '*.**.flushall|flushAll()',
    kind: 'delete',
    subject: 'every key of every database',
    takesAll: true,
  },
  {
    id: 'javascript-flush-database',
    match: '*.**.flushdb|flushDb()',
    kind: 'delete',
    subject: 'every key',
    takesAll: true,
  },
];

const sqlCalls: readonly CallRule[] = [
  {
    match:
      '**.$executeRaw|$executeRawUnsafe|$queryRaw|$queryRawUnsafe|query|execute|raw|unsafe|simple()',
    sql: 0,
  },
  { match: '*.**.exec|run|prepare|any|none|oneOrNone|manyOrNone|result|batch()', sql: 0 },
  { match: '**.sql()', sql: 0 },
];

export const javascript: CodeLanguage = {
  payload: 'javascript',
  grammar: javascriptGrammar,
  rules: [
    ...mongooseCalls,
    ...prismaCalls,
    ...sequelizeCalls,
    ...knexCalls,
    ...typeormCalls,
    ...otherQueries,
    ...redisCalls,
    ...sqlCalls,
    ...mongoCalls,
  ],
  narrowing: {
    find: 'pick',
    findAll: 'pick',
    findBy: 'pick',
    findMany: 'pick',
    findAndCountAll: 'pick',
    where: 'pick',
    andWhere: 'pick',
    whereIn: 'some',
    whereNot: 'some',
    whereNull: 'some',
    whereNotNull: 'some',
    whereRaw: 'pick',
    eq: 'some',
    neq: 'some',
    in: 'some',
    gt: 'some',
    gte: 'some',
    lt: 'some',
    lte: 'some',
    is: 'some',
    match: 'pick',
    filter: 'some',
    limit: 'some',
    take: 'some',
    slice: 'some',
    findOne: 'one',
    findOneBy: 'one',
    findById: 'one',
    findByPk: 'one',
    findUnique: 'one',
    findUniqueOrThrow: 'one',
    findFirst: 'one',
    first: 'one',
  },
  callbacks: { forEach: 'each', map: 'each', flatMap: 'each', eachAsync: 'each', then: 'same' },
  passes: [],
};
