import type { CodeLibrary } from '../../analysis/codeLibrary';

/** Everything from which clients, databases and collections are taken. */
const driver = '<pymongo|motor|flask_pymongo|mongoengine>.**';
const files = '<gridfs|motor>.**.GridFS|GridFSBucket|AsyncGridFS*|AsyncIOMotorGridFSBucket()';
const filter = ['filter', 0];
/** A collection of a client, as it was named when these methods existed. */
const oldCollection =
  '<pymongo|flask_pymongo>.Connection|MongoClient|MongoReplicaSetClient|PyMongo().*.{collection}';

/** pymongo and motor, whose methods have the same names. */
export const pymongo: CodeLibrary = {
  name: 'pymongo',
  languages: ['python'],
  system: 'mongodb',
  modules: ['pymongo', 'motor', 'flask_pymongo'],
  steps: { query: 'sort|limit|skip|batch_size|hint|max_time_ms|comment|[:]' },
  narrowing: { find: 'pick', limit: 'some', skip: 'some', find_one: 'one' },
  rules: [
    {
      id: 'pymongo-delete-many',
      match: `${driver}.{collection}.delete_many()`,
      filter,
      kind: 'delete',
      subject: '#document of {collection}',
    },
    {
      id: 'pymongo-delete-one',
      match: `${driver}.{collection}.delete_one|find_one_and_delete()`,
      kind: 'delete',
      reach: 'one',
      subject: '#document of {collection}',
    },
    {
      id: 'pymongo-update-many',
      match: `${driver}.{collection}.update_many()`,
      filter,
      kind: 'update',
      subject: '#document of {collection}',
    },
    {
      id: 'pymongo-drop-database',
      match: `${driver}.drop_database()`,
      kind: 'drop',
      subject: 'the database {0}',
      takesAll: true,
    },
    {
      id: 'pymongo-drop-collection',
      match: `${driver}.drop_collection()`,
      kind: 'drop',
      subject: 'the collection {0}',
    },
    {
      id: 'pymongo-collection-drop',
      match: `${driver}.{collection}.drop()`,
      kind: 'drop',
      subject: 'the collection {collection}',
    },
    {
      id: 'pymongo-rename-over',
      match: `${driver}.{collection}.rename()`,
      given: 'dropTarget',
      kind: 'overwrite',
      subject: 'the collection {0}',
      trap: 'With `dropTarget`, what the other collection held is gone.',
    },
    {
      id: 'pymongo-aggregate-out',
      match: `${driver}.{collection}.aggregate()`,
      given: '$out',
      kind: 'overwrite',
      subject: 'the collection {$out}',
      trap: '`$out` replaces everything that the other collection held.',
    },
    {
      id: 'pymongo-bulk-delete-many',
      match: '<pymongo>.**.DeleteMany()',
      filter,
      kind: 'delete',
      subject: '#document',
    },
    {
      id: 'pymongo-bulk-delete-one',
      match: '<pymongo>.**.DeleteOne()',
      kind: 'delete',
      reach: 'one',
      subject: '#document',
    },
    {
      id: 'pymongo-bulk-update-many',
      match: '<pymongo>.**.UpdateMany()',
      filter,
      kind: 'update',
      subject: '#document',
    },
    {
      id: 'pymongo-command-drop-database',
      match: `${driver}.command()`,
      given: '.dropDatabase',
      kind: 'drop',
      subject: 'the database',
      takesAll: true,
    },
    {
      id: 'pymongo-remove',
      match: `${oldCollection}.remove()`,
      filter: ['spec_or_id', 0],
      kind: 'delete',
      subject: '#document of {collection}',
    },
    {
      id: 'pymongo-update-multi',
      match: `${oldCollection}.update()`,
      given: 'multi',
      filter: ['spec', 0],
      kind: 'update',
      subject: '#document of {collection}',
    },
    {
      id: 'pymongo-file-delete',
      match: `${files}.delete()`,
      kind: 'delete',
      reach: 'one',
      subject: 'a file of GridFS',
    },
    {
      id: 'pymongo-likely-delete-many',
      confidence: 'likely',
      match: '**.{collection}.delete_many()',
      filter,
      kind: 'delete',
      subject: '#document of {collection}',
    },
    {
      id: 'pymongo-likely-update-many',
      confidence: 'likely',
      match: '**.{collection}.update_many()',
      filter,
      kind: 'update',
      subject: '#document of {collection}',
    },
    {
      id: 'pymongo-likely-delete-one',
      confidence: 'likely',
      match: '**.{collection}.delete_one|find_one_and_delete()',
      kind: 'delete',
      reach: 'one',
      subject: '#document of {collection}',
    },
    {
      id: 'pymongo-likely-drop',
      confidence: 'likely',
      match: '**.{what:drop_database|drop_collection}()',
      kind: 'drop',
      subject: '{0}',
    },
  ],
};
