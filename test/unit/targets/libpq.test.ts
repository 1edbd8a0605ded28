import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ConnectionUrl } from '../../../src/core/targets/connectionUrl';
import { libpq } from '../../../src/core/targets/grammars/libpq';
import { contextOf, summaryOf } from './context';

const services = {
  '/home/user/.pg_service.conf':
    '# ours\n[prod]\nhost=s.example.com\nport=5999\nport=1\ndbname=sales\n\n[other]\nhost=o.example.com\n',
};
const socket = '/var/run/postgresql';

type Case = readonly [text: string, expected: string, variables?: Readonly<Record<string, string>>];

const cases: readonly Case[] = [
  ['postgresql://u:p@h.example.com:6000/app', 'u@h.example.com:6000/app'],
  ['postgres://h.example.com', 'h.example.com:5432/'],
  ['postgres://u@h.example.com', 'u@h.example.com:5432/u'],
  ['postgres:///app', `${socket}:5432/app`],
  ['postgres:///app', 'e.example.com:5432/app', { PGHOST: 'e.example.com' }],
  ['postgres://?host=&dbname=app', `${socket}:5432/app`, { PGHOST: 'e.example.com' }],
  ['postgres://h.example.com/app', 'h.example.com:7000/app', { PGPORT: '7000' }],
  ['postgres://h.example.com/app', '10.0.0.5:5432/app', { PGHOSTADDR: '10.0.0.5' }],
  ['postgres://h.example.com/app?host=q.example.com&port=1', 'q.example.com:1/app'],
  ['postgres://a.example.com,b.example.com:1/app', 'a.example.com,b.example.com:5432/app'],
  ['postgres://%2Frun%2Fpg/app', '/run/pg:5432/app'],
  ['postgres://[::1]:6000/%61pp', '::1:6000/app'],
  ['postgres://u:a/b#c@h.example.com/app', 'A port is not a number between 1 and 65535.'],
  ['postgres://u:p#x?y@h.example.com/app', 'u@h.example.com:5432/app'],
  ["host=h.example.com dbname='my \\'app\\'' user = u", "u@h.example.com:5432/my 'app'"],
  ['host=/run/pg port=6000 dbname=app', '/run/pg:6000/app'],
  ['service=prod', 's.example.com:5999/sales'],
  ['host=h.example.com service=prod', 'h.example.com:5999/sales'],
  ['dbname=app', 's.example.com:5999/app', { PGSERVICE: 'prod', PGHOST: 'e.example.com' }],
  ['postgres://h.example.com/app?ssl=true', 'h.example.com:5432/app'],
];

const refused: readonly Case[] = [
  ['postgres://h.example.com/app?schema=public', 'query parameter that libpq does not know'],
  ['postgres://h.example.com?dbname', 'has no "="'],
  ['postgres://h.example.com?dbname=a=b', 'second "="'],
  ['postgres://[::1/app', 'no closing bracket'],
  ['postgres://[]/app', 'is empty'],
  ['postgres://[::1]x/app', 'followed by something else'],
  ['postgres://h%zz/app', 'two hexadecimal digits'],
  ['postgres://h%00/app', 'forbidden character'],
  ['postgres://h.example.com:abc/app', 'not a number'],
  ['postgres://h.example.com:70000/app', 'not a number'],
  ['host=a.example.com,b.example.com port=1,2,3', 'as many ports as hosts'],
  ['hostaddr=10.0.0.1,10.0.0.2 host=a.example.com', 'as many addresses as hosts'],
  ["host=h.example.com password='open", 'no closing quote'],
  ['host=h.example.com database=app', 'option that libpq does not know'],
  ['host=h.example.com app', 'no "="'],
  ['service=nowhere', 'not defined'],
  ['postgres://u:hunter2@hunter3@h.example.com/app', 'percent-encode'],
  ['postgres://u:123/hunter2@h.example.com/app', 'percent-encode'],
];

describe('libpq', () => {
  for (const [text, expected, variables = {}] of cases)
    it(`reads ${text} ${JSON.stringify(variables)} as ${expected}`, () => {
      const parsed = libpq.parse(new ConnectionUrl(text), contextOf(variables, services));
      assert.equal(summaryOf(parsed), expected);
    });

  for (const [text, expected] of refused)
    it(`refuses ${text}`, () => {
      const parsed = libpq.parse(new ConnectionUrl(text), contextOf({}, services));
      assert.equal(parsed.kind, 'invalid');
      assert.match(summaryOf(parsed), new RegExp(expected));
      assert.doesNotMatch(summaryOf(parsed), /hunter/);
    });

  it('names the variable or the line of the service file that gave a part', () => {
    const context = contextOf({ PGSERVICE: 'prod', PGUSER: 'u' }, services);
    const parsed = libpq.parse(new ConnectionUrl('postgres://h.example.com'), context);
    assert.equal(parsed.kind, 'connection');
    assert.deepEqual(parsed.kind === 'connection' && parsed.connection.also, [
      { kind: 'file', name: 'prod', file: '/home/user/.pg_service.conf', line: 4 },
      { kind: 'file', name: 'prod', file: '/home/user/.pg_service.conf', line: 6 },
      { kind: 'shell', name: 'PGUSER' },
    ]);
  });

  for (const [text, accepted] of [
    ['postgres://h', true],
    ['host=h dbname=d', true],
    ['POSTGRES://h', false],
    ['postgresql+psycopg2://h/d', false],
    ['Host=h;Database=d', false],
    ['host=h;database=d', false],
    ['just words', false],
  ] as const)
    it(`${accepted ? 'takes' : 'leaves'} ${text}`, () =>
      assert.equal(libpq.accepts(text), accepted));
});
