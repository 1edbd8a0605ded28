import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ConnectionUrl } from '../../../src/core/targets/connectionUrl';
import { mysql } from '../../../src/core/targets/grammars/mysql';
import { redis } from '../../../src/core/targets/grammars/redis';
import { contextOf, summaryOf } from './context';

const readings: readonly [uri: string, summary: string][] = [
  ['redis://cache.example.com', 'cache.example.com:6379/0'],
  ['rediss://default:hunter2@cache.example.com:6380/3', 'default@cache.example.com:6380/3'],
  ['redis://:hunter2@cache.example.com/', 'cache.example.com:6379/0'],
  ['redis://cache.example.com?db=2', 'cache.example.com:6379/2'],
  ['redis://', 'localhost:6379/0'],
  ['redis://[::1]:6379/1', '::1:6379/1'],
  ['unix:///run/redis.sock?db=4', '/run/redis.sock/4'],
  ['unix://app:hunter2@/run/redis.sock', '/run/redis.sock/0'],
  ['mysql://app:hunter2@db.example.com/shop', 'app@db.example.com:3306/shop'],
  ['mariadb://db.example.com:3307/shop', 'db.example.com:3307/shop'],
  ['mysql2://db.example.com', 'db.example.com:3306/'],
  ['mysql:///shop', 'localhost:3306/shop'],
  ['mysql://app:p@ss@db.example.com/shop', 'app@db.example.com:3306/shop'],
  ['mysql://db.example.com/shop?host=other.example.com', 'db.example.com:3306/shop'],
  ['mysql://localhost/shop?socketPath=/run/mysqld.sock', '/run/mysqld.sock/shop'],
  ['mysql://[::1]/shop', '::1:3306/shop'],
  ['mysql://app:hunter2#x@db.example.com/shop', 'MySQL clients refuse the value: it is malformed.'],
  ['redis://app:hunter2#x@cache.example.com', 'Redis clients refuse the value: it is malformed.'],
  ['mysql://%zz/', 'MySQL clients refuse the value: it is malformed.'],
];

describe('redis and mysql grammars', () => {
  for (const [text, summary] of readings)
    it(`read ${text} as ${summary}`, () => {
      const grammar = [redis, mysql].find((candidate) => candidate.accepts(text));
      assert.equal(summaryOf(grammar?.parse(new ConnectionUrl(text), contextOf())), summary);
    });

  for (const scheme of ['mysql', 'redis'])
    it(`never take the rest of a ${scheme} password for a database`, () => {
      const text = `${scheme}://app:p@ss/hunter2@db.example.com/0`;
      const grammar = [redis, mysql].find((candidate) => candidate.accepts(text));
      const parsed = grammar?.parse(new ConnectionUrl(text), contextOf());
      assert.equal(parsed?.kind, 'invalid');
      assert.doesNotMatch(JSON.stringify(parsed), /hunter2/);
    });

  it('leave other strings alone', () => {
    for (const text of ['postgres://x', 'mysql', 'rediss', 'mysql+pymysql://x', 'http://redis://x'])
      assert.ok(!redis.accepts(text) && !mysql.accepts(text), text);
  });
});
