import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { MongoClient } from 'mongodb';
import { ConnectionUrl } from '../../../src/core/targets/connectionUrl';
import type { Parsed } from '../../../src/core/targets/grammar';
import { mongodb } from '../../../src/core/targets/grammars/mongodb';
import { mongoengine } from '../../../src/core/targets/grammars/mongoengine';
import type { Endpoint } from '../../../src/core/targets/target';
import { contextOf, summaryOf } from './context';

const parse = (text: string): Parsed => mongodb.parse(new ConnectionUrl(text), contextOf());

const readings: readonly [uri: string, summary: string][] = [
  ['mongodb://db.example.com', 'db.example.com:27017/test'],
  ['mongodb://DB.Example.com:27018/App', 'db.example.com:27018/App'],
  ['mongodb://app:secret@db.example.com/app?authSource=admin', 'app@db.example.com:27017/app'],
  ['mongodb://a.example.com,b.example.com:2/app', 'a.example.com,b.example.com:27017/app'],
  ['mongodb://[::1]:27019/app', '::1:27019/app'],
  ['mongodb://%2Ftmp%2Fmongodb-27017.sock/app', '/tmp/mongodb-27017.sock/app'],
  ['mongodb+srv://cluster0.ab1cd.mongodb.net', 'cluster0.ab1cd.mongodb.net/test'],
  ['mongodb://db.example.com/?dbName=shop', 'db.example.com:27017/shop'],
  ['mongodb://db.example.com/app?dbName=shop', 'db.example.com:27017/app'],
  ['mongodb://db.example.com/app?w=nonsense&foo=bar', 'db.example.com:27017/app'],
];

const refusals: readonly [uri: string, why: RegExp][] = [
  ['mongodb://app:hunter2@ss@db.example.com/app', /malformed/],
  ['mongodb://app:hunter2/@db.example.com/app', /percent-encoded/],
  ['mongodb://hunter2/x:y@db.example.com/app', /percent-encoded/],
  ['mongodb://app:hunter2%@db.example.com/app', /percent-encoding/],
  ['mongodb:///app', /no host/],
  ['mongodb://db.example.com:0/app', /port 0/],
  ['mongodb://db.example.com:99999/app', /hosts is malformed/],
  ['mongodb+srv://app:hunter2@db.example.com:27017/app', /no port/],
  ['mongodb+srv://a.example.com,b.example.com/app', /one host only/],
  ['mongodb://a,b/?directConnection=true', /directConnection/],
  ['mongodb://a/?tls=true&ssl=false', /tls and ssl/],
];

/** What the driver itself makes of a string. */
function readByDriver(uri: string): { hosts: unknown; database: string } | undefined {
  try {
    const { hosts, srvHost, dbName } = new MongoClient(uri).options;
    const list = hosts.map(({ host, port, socketPath }) => socketPath ?? `${host}:${port}`);
    return { hosts: srvHost === undefined ? list : [srvHost], database: dbName };
  } catch {
    return undefined;
  }
}

function placeOf(endpoint: Endpoint): string {
  if (endpoint.kind === 'tcp') return `${endpoint.host}:${endpoint.port}`;
  return endpoint.kind === 'srv' ? endpoint.host : 'path' in endpoint ? endpoint.path : '';
}

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/);
const host = fc.oneof(
  name,
  fc.tuple(name, name).map(([a, b]) => `${a}.${b}.example.com`),
  fc.tuple(name, fc.integer({ min: 0, max: 70_000 })).map(([a, port]) => `${a}:${port}`),
  fc.constantFrom('[::1]', '[::1]:1', '127.0.0.1', '%2Ftmp%2Fx.sock', 'BÜCHER.example.com', ''),
);
const uri = fc
  .tuple(
    fc.constantFrom('mongodb://', 'mongodb+srv://'),
    fc.constantFrom('', 'app@', 'app:secret@', 'a%40b:p%2Fw@', 'a:b:c@', '@', 'p%:x@'),
    fc.array(host, { minLength: 1, maxLength: 3 }).map((hosts) => hosts.join(',')),
    fc.oneof(
      fc.constantFrom('', '/'),
      name.map((database) => `/${database}`),
      fc.constantFrom('/%70rod', '/a.b'),
    ),
    fc.constantFrom('', '?retryWrites=true', '?dbName=other', '?DBNAME=other&w=majority'),
  )
  .map((parts) => parts.join(''));

describe('mongodb grammar', () => {
  for (const [text, summary] of readings)
    it(`reads ${text} as ${summary}`, () => assert.equal(summaryOf(parse(text)), summary));

  for (const [text, why] of refusals)
    it(`refuses ${text} and shows nothing of it`, () => {
      const parsed = parse(text);
      assert.equal(parsed.kind, 'invalid');
      assert.match(summaryOf(parsed), why);
      assert.doesNotMatch(summaryOf(parsed), /hunter2/);
    });

  it('leads where the driver leads, for any string', () => {
    fc.assert(
      fc.property(uri, (text) => {
        const driver = readByDriver(text);
        const parsed = parse(text);
        if (driver === undefined) return assert.equal(parsed.kind, 'invalid', text);
        assert.equal(parsed.kind, 'connection', text);
        if (parsed.kind !== 'connection') return;
        const { endpoints, database } = parsed.connection;
        assert.deepEqual({ hosts: endpoints.map(placeOf), database }, driver, text);
      }),
      { numRuns: 400 },
    );
  });

  it('never throws and never shows a password', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const parsed = parse(`mongodb://${before}hunter2${after}`);
        if (parsed.kind === 'invalid') assert.doesNotMatch(parsed.reason, /hunter2/);
      }),
    );
  });
});

describe('mongoengine grammar', () => {
  const read = (text: string): string =>
    summaryOf(mongoengine.parse(new ConnectionUrl(text), contextOf()));

  it('takes the database of the URI', () =>
    assert.equal(read('mongodb://db.example.com/app'), 'db.example.com:27017/app'));
  it('takes test where the URI has none', () =>
    assert.equal(read('mongodb://db.example.com'), 'db.example.com:27017/test'));
  it('cuts the collection off', () =>
    assert.equal(read('mongodb://db.example.com/app.users'), 'db.example.com:27017/app'));
  it('knows no dbName', () =>
    assert.equal(read('mongodb://db.example.com/?dbName=shop'), 'db.example.com:27017/test'));
});
