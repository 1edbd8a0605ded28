import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readRedis } from '../../../src/core/operations/redis/redisReader';
import { shownOperations } from './shownOperations';

const cases: readonly (readonly [text: string, ...expected: string[]])[] = [
  ['FLUSHALL', 'truncate all every database of the server!'],
  ['flushall async', 'truncate all every database of the server!'],
  ['FLUSHDB', 'truncate all every key of the database!'],
  ['DEL session:1', 'delete one one key'],
  ['UNLINK a b', 'delete some keys'],
  ['DEL', 'delete some keys'],
  ['SET a 1', 'insert one one key'],
  ['EXPIRE a 10', 'insert one one key'],
  ['MSET a 1 b 2', 'insert some keys'],
  ['HDEL a b', 'update one one key'],
  ['RENAME a b', 'update one one key'],
  ['RESTORE a 0 x', 'insert one one key'],
  ['RESTORE a 0 x REPLACE', 'overwrite one one key'],
  ['SWAPDB 0 1', 'overwrite all two databases, which change places'],
  ['REPLICAOF db 6379', 'overwrite all every key of the server!'],
  ['REPLICAOF NO ONE', 'migrate all the role of the server'],
  ['SHUTDOWN NOSAVE', 'terminate all the server'],
  ['SHUTDOWN ABORT'],
  ['DEBUG SEGFAULT', 'terminate all the server'],
  ['DEBUG OBJECT a'],
  ['CONFIG SET maxmemory 1', 'migrate all the settings of the server'],
  ['CONFIG GET maxmemory'],
  ['CLIENT KILL ID 5', 'terminate some connections of other programs'],
  ['CLIENT LIST'],
  ['FT.DROPINDEX games', 'migrate all an index'],
  ['FT.DROPINDEX games DD', 'drop all an index and what it covers'],
  [`EVAL "redis.call('FLUSHALL')" 0`, 'truncate all every database of the server!'],
  [`EVAL "return redis.call('DEL', KEYS[1])" 1 a`, 'delete one one key'],
  [`EVAL "return redis.pcall('del', unpack(redis.call('keys', ARGV[1])))" 0 x`, 'delete some keys'],
  [`EVAL "return redis.call('get', 'flushall')" 0`],
  ['GET a\nDEL b\nDEL c', 'delete one one key'],
  ['MULTI\nDEL a\nEXEC', 'delete one one key'],
  ['MULTI\nDEL a\nDISCARD'],
  ['*1\r\n$8\r\nFLUSHALL\r\n', 'truncate all every database of the server!'],
  ['*3\r\n$3\r\nSET\r\n$1\r\na\r\n$8\r\nFLUSHALL\r\n', 'insert one one key'],
  ['GET flushall'],
  ['GET "a DEL b"'],
  ['KEYS *'],
  ['INFO'],
  [''],
];

describe('what Redis commands do', () => {
  for (const [text, ...expected] of cases)
    it(`reads ${JSON.stringify(text)}`, () =>
      assert.deepEqual(shownOperations(readRedis(text, 'redis')), expected));

  it('reads the calls of a script, and on which line they are', () => {
    const script = "local a = redis.call('GET', 'x')\n\nredis.call(\n  'FLUSHDB')\n";
    const [operation, ...others] = readRedis(script, 'lua');
    assert.deepEqual(others, []);
    assert.equal(operation?.subject, 'every key of the database');
    assert.equal(operation?.origin?.line, 3);
  });

  it('never shows a key or a value', () => {
    const found = readRedis('SET hunter2 hunter2\nDEL hunter2\nRENAME hunter2 hunter2', 'redis');
    assert.equal(found.length, 3);
    assert.doesNotMatch(JSON.stringify(found), /hunter2/);
  });

  it('reads any text without failing', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('redis' as const, 'lua' as const),
        (text, language) => {
          assert.ok(Array.isArray(readRedis(text, language)));
        },
      ),
    );
  });

  for (const unit of ['DEL a\n', '"', "redis.call('", 'redis . ', '*1\n', ' '])
    it(`takes a moment for long texts of ${JSON.stringify(unit)}`, () => {
      const text = unit.repeat(200_000 / unit.length);
      const start = process.cpuUsage();
      readRedis(text, 'redis');
      readRedis(text, 'lua');
      assert.ok(process.cpuUsage(start).user < 1_500_000);
    });
});
