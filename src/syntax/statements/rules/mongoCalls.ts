import type { CallRule } from '../callRule';

/** A filter as its own argument, as an entry of one, and as Prisma and Sequelize spell it. */
const filter = ['filter', 'where', 0];

/** The calls of MongoDB's drivers, of mongosh and of mongoose, which share their names. */
export const mongoCalls: readonly CallRule[] = [
  {
    id: 'mongo-drop-other-database',
    match: '**.{name:getSiblingDB|getDB|db|useDb}().dropDatabase()',
    kind: 'drop',
    subject: 'the database {name}',
    takesAll: true,
  },
  {
    id: 'mongo-drop-database',
    match: '**.dropDatabase()',
    kind: 'drop',
    subject: 'the database {0}',
    takesAll: true,
  },
  {
    id: 'mongo-drop-collection',
    match: '**.dropCollection()',
    kind: 'drop',
    subject: 'the collection {0}',
  },
  {
    id: 'mongo-delete-many',
    match: '**.{collection}.deleteMany()',
    kind: 'delete',
    filter,
    subject: '#document of {collection}',
  },
  {
    id: 'mongo-delete-one',
    match:
      '**.{collection}.deleteOne|findOneAndDelete|findByIdAndDelete|findByIdAndRemove|findOneAndRemove()',
    kind: 'delete',
    reach: 'one',
    subject: '#document of {collection}',
  },
  {
    id: 'mongo-update-many',
    match: '**.{collection}.updateMany()',
    kind: 'update',
    filter,
    subject: '#document of {collection}',
  },
  {
    id: 'mongo-update-one',
    match:
      '**.{collection}.updateOne|replaceOne|findOneAndUpdate|findOneAndReplace|findByIdAndUpdate()',
    kind: 'update',
    reach: 'one',
    subject: '#document of {collection}',
  },
  {
    id: 'mongo-insert-one',
    match: '**.{collection}.insertOne()',
    kind: 'insert',
    reach: 'one',
    subject: '#document of {collection}',
  },
  {
    id: 'mongo-insert-many',
    match: '**.{collection}.insertMany()',
    kind: 'insert',
    reach: 'some',
    subject: '#document of {collection}',
  },
  { match: '**.{collection}.bulkWrite()', bulk: 0 },
  {
    id: 'mongo-rename-over',
    match: '**.{collection}.renameCollection|rename()',
    given: 'dropTarget',
    kind: 'overwrite',
    subject: 'the collection {0}',
  },
  {
    id: 'mongo-aggregate-out',
    match: '**.{collection}.aggregate()',
    given: '$out',
    kind: 'overwrite',
    subject: 'the collection {$out}',
  },
  {
    id: 'mongo-aggregate-merge',
    match: '**.{collection}.aggregate()',
    given: '$merge',
    kind: 'update',
    reach: 'some',
    subject: '#document of {into}',
  },
  {
    id: 'mongo-create-index',
    match: '**.{collection}.createIndex|createIndexes|ensureIndex()',
    kind: 'migrate',
    reach: 'some',
    subject: 'the indexes of {collection}',
  },
  {
    id: 'mongo-drop-index',
    match: '**.{collection}.dropIndex|dropIndexes()',
    kind: 'migrate',
    reach: 'some',
    subject: 'the indexes of {collection}',
  },
];
