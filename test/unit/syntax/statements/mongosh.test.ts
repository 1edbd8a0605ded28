import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readCode, testReader } from './readCode';

const cases: readonly (readonly [text: string, operations: readonly string[]])[] = [
  ['db.dropDatabase()', ['drop all the database (takes all)']],
  ["db.getSiblingDB('shop').dropDatabase()", ['drop all the database shop (takes all)']],
  ['use shop\ndb.dropDatabase()', ['drop all the database shop (takes all)']],
  ['db.games.drop()', ['drop all the collection games']],
  ["db['games'].drop()", ['drop all the collection games']],
  ["db.getCollection('my games').drop()", ['drop all the collection my games']],
  ['const c = db.games; c.drop()', ['drop all the collection games']],
  [
    "db.getSiblingDB('y').games.drop({ writeConcern: { w: 1 } })",
    ['drop all the collection games'],
  ],
  ['if (db.games.countDocuments() > 5) { db.games.drop() }', ['drop all the collection games']],
  ['db.families.deleteMany({})', ['delete all every document of families']],
  ['db.families.deleteMany()', ['delete all every document of families']],
  ['db.families.deleteMany({ _id: undefined })', ['delete all every document of families']],
  ['db.families.deleteMany(undefined)', ['delete all every document of families']],
  ['db.families.deleteMany({ _id: { $exists: true } })', ['delete all every document of families']],
  ['const all = {}; db.families.deleteMany(all)', ['delete all every document of families']],
  ['db.families.deleteMany({ expired: true })', ['delete some documents of families']],
  ['db.families.deleteMany({ ...query })', ['delete some documents of families']],
  ['db.families.deleteMany(query)', ['delete some documents of families']],
  ["db.families.deleteMany({ _id: ObjectId('64') })", ['delete one one document of families']],
  ['db.families.deleteMany({ _id: { $in: ids } })', ['delete some documents of families']],
  ['db.families.deleteOne({ a: 1 })', ['delete one one document of families']],
  ['db.families.findOneAndDelete({ a: 1 })', ['delete one one document of families']],
  ['db.families.remove({})', ['delete all every document of families']],
  ['db.families.remove({ a: 1 })', ['delete some documents of families']],
  ['db.families.remove({}, true)', ['delete one one document of families']],
  ['db.families.remove({}, { justOne: false })', ['delete all every document of families']],
  ['db.families.updateMany({}, { $set: { a: 1 } })', ['update all every document of families']],
  ['db.families.updateMany({ b: 1 }, { $unset: { a: 1 } })', ['update some documents of families']],
  ['db.families.updateOne({}, { $set: { a: 1 } })', ['update one one document of families']],
  ['db.families.update({}, { $set: { a: 1 } })', ['update one one document of families']],
  [
    'db.families.update({}, { $set: { a: 1 } }, { multi: true })',
    ['update all every document of families'],
  ],
  ['db.families.replaceOne({ _id: 1 }, {})', ['update one one document of families']],
  ['db.families.insertOne({ deleteMany: {} })', ['insert one one document of families']],
  ['db.families.insertMany([{}, {}])', ['insert some documents of families']],
  [
    'db.families.bulkWrite([{ deleteMany: { filter: {} } }, { insertOne: { document: {} } }])',
    ['delete all every document of families', 'insert one one document of families'],
  ],
  [
    'db.families.bulkWrite([{ deleteMany: { filter: { a: 1 } } }, { updateOne: { filter: {} } }])',
    ['delete some documents of families', 'update one one document of families'],
  ],
  ["db.a.renameCollection('b', true)", ['overwrite all the collection b']],
  ["db.a.renameCollection('b')", ['migrate some the name of a']],
  ["db.a.aggregate([{ $match: {} }, { $out: 'b' }])", ['overwrite all the collection b']],
  ["db.a.aggregate([{ $merge: { into: 'b' } }])", ['update some documents of b']],
  ['db.runCommand({ dropDatabase: 1 })', ['drop all the database (takes all)']],
  ["db.runCommand({ drop: 'games' })", ['drop all the collection games']],
  [
    "db.runCommand({ delete: 'games', deletes: [{ q: {}, limit: 0 }] })",
    ['delete all every document of games'],
  ],
  [
    "db.runCommand({ delete: 'games', deletes: [{ q: { a: 1 }, limit: 1 }] })",
    ['delete one one document of games'],
  ],
  [
    "db.adminCommand({ renameCollection: 'a.b', to: 'a.c', dropTarget: true })",
    ['overwrite all the collection a.c'],
  ],
  ['db.shutdownServer()', ['terminate all the server']],
  ["rs.remove('db-2:27017')", ['terminate one the member db-2:27017 of the replica set']],
  ['db.games.createIndex({ a: 1 })', ['migrate some the indexes of games']],
  ["db.games.dropIndex('a_1')", ['migrate some the indexes of games']],
  ['db.games.dropIndexes()', ['migrate some the indexes of games']],
  ['db.x.find().forEach(d => db.x.deleteOne({ _id: d._id }))', ['delete all every document of x']],
  [
    'db.x.find({ a: 1 }).forEach(function (d) { db.x.deleteOne({ _id: d._id }) })',
    ['delete some documents of x'],
  ],
  [
    'db.x.find().forEach(d => { if (d.old) db.x.deleteOne({ _id: d._id }) })',
    ['delete some documents of x'],
  ],
  ['db.y.find().forEach(d => db.x.deleteOne({ y: d._id }))', ['delete some documents of x']],
  [
    'const c = db.x.find(); while (c.hasNext()) { const d = c.next(); db.x.deleteOne({ _id: d._id }) }',
    ['delete all every document of x'],
  ],
  [
    'for (const d of db.x.find().toArray()) db.x.remove({ _id: d._id })',
    ['delete all every document of x'],
  ],
  ['for (let i = 0; i < 3; i++) db.x.deleteOne({ n: i })', ['delete some documents of x']],
  ['db.getCollectionNames().forEach(c => db[c].drop())', ['drop all the collection c']],
  ['function wipe() { db.x.drop() } wipe()', ['drop all the collection x']],
  ['db.x.drop(); db.y.drop()', ['drop all the collection x', 'drop all the collection y']],
];

const lookAlikes: readonly string[] = [
  '',
  'show dbs',
  'use admin',
  'show collections\nit',
  'db.users.find()',
  "db.users.find({ note: 'db.users.drop()' })",
  '// db.users.drop()\ndb.users.countDocuments()',
  '/* db.dropDatabase() */ 1',
  "print('db.dropDatabase()')",
  'db.users.drop',
  'typeof db.dropDatabase',
  'db.dropDatabase.toString()',
  'db.users.find({ deleteMany: 1 })',
  "db.users.aggregate([{ $match: { op: 'delete' } }, { $group: { _id: '$drop' } }])",
  'db.runCommand({ ping: 1 })',
  "db.runCommand({ find: 'games', filter: { dropDatabase: 'yes' } })",
  'db.adminCommand({ listDatabases: 1 })',
  'db.currentOp()',
  'db.users.getIndexes()',
  'db.users.explain().find({ remove: true })',
  'db.stats()',
  'rs.status()',
  'new Set([1]).delete(1); new Map().clear()',
  'const removed = [1, 2].splice(0, 1); removed.push(3)',
  'function wipe() { db.x.drop() }',
  'const wipe = () => db.x.deleteMany({})',
];

describe('mongosh statements', () => {
  for (const [text, operations] of cases)
    it(`${JSON.stringify(text)} would ${operations.join(', ')}`, async () => {
      assert.deepEqual(await readCode('mongosh', text), operations);
    });

  for (const text of lookAlikes)
    it(`${JSON.stringify(text)} does nothing to data`, async () => {
      assert.deepEqual(await readCode('mongosh', text), []);
    });

  it('tells the line of a call', async () => {
    const [operation] = await testReader.read('use shop\n\ndb.games\n  .drop()', 'mongosh');
    assert.deepEqual(operation?.origin, { kind: 'code', name: 'drop', line: 4 });
  });

  it('names the files that it loads', async () => {
    assert.deepEqual(await testReader.readIncluded("load('wipe.js')", 'mongosh'), [
      { language: 'mongosh', kind: 'file', path: 'wipe.js' },
    ]);
  });

  it('takes what is too long to be read for a write', async () => {
    const text = `x = '${'x'.repeat(300_000)}'; `;
    assert.deepEqual(await readCode('mongosh', text), []);
    assert.deepEqual(await readCode('mongosh', `${text}db.x.drop()`), [
      'update some what statements name that are too long to be read',
    ]);
  });

  it('gives up on code that is nested without end', async () => {
    const text = `${'f('.repeat(20_000)}db.x.drop()${')'.repeat(20_000)}`;
    assert.deepEqual(await readCode('mongosh', text), []);
  });
});
