import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Target } from '../../../src/core/targets/target';
import { fullTargetName, shortTargetName } from '../../../src/core/targets/targetWords';

const base: Target = {
  system: 'postgresql',
  endpoints: [{ kind: 'tcp', host: 'db-prod.example.com', port: 5432 }],
  database: 'scores',
  user: 'app',
  origin: { kind: 'file', name: 'DATABASE_URL', file: '/app/.env', line: 3 },
  overrides: [],
  doubts: [],
  standby: false,
};

const tcp = (host: string, port = 5432) => ({ kind: 'tcp', host, port }) as const;

const cases: readonly [why: string, target: Partial<Target>, short: string, full: string][] = [
  [
    'leaves the usual port out',
    {},
    'scores@db-prod.example.com',
    'the PostgreSQL database scores on db-prod.example.com as user app',
  ],
  [
    'leaves a port out that nobody has named',
    { system: 'unknown', endpoints: [tcp('db.example.com', 0)], user: undefined },
    'scores@db.example.com',
    'the database scores on db.example.com',
  ],
  [
    'names an unusual port, which may be a tunnel',
    { endpoints: [tcp('localhost', 5433)], via: 'ssh bastion.example.com' },
    'scores@localhost:5433',
    'the PostgreSQL database scores on localhost:5433 as user app, through ssh bastion.example.com',
  ],
  [
    'keeps both ends of a long host',
    { endpoints: [tcp('scores-db.cluster-c9akciq32abc.eu-west-1.rds.example.com')] },
    'scores@scores-db.cluster-c9…t-1.rds.example.com',
    'the PostgreSQL database scores on scores-db.cluster-c9akciq32abc.eu-west-1.rds.example.com as user app',
  ],
  [
    'tells that there are more hosts',
    { endpoints: [tcp('a.example.com'), tcp('b.example.com')], user: undefined },
    'scores@a.example.com,…',
    'the PostgreSQL database scores on a.example.com, b.example.com',
  ],
  [
    'brackets an IPv6 address before a port',
    { endpoints: [tcp('::1', 6000)], database: undefined, user: undefined },
    '[::1]:6000',
    'the PostgreSQL database on [::1]:6000',
  ],
  [
    'shows a file by its name',
    { system: 'sqlite', endpoints: [{ kind: 'file', path: '/srv/app/scores.db' }] },
    'scores.db',
    'the SQLite database /srv/app/scores.db',
  ],
  [
    'falls back to the setting where the place is not known',
    { endpoints: [], unresolved: 'It is computed.' },
    'DATABASE_URL',
    'a PostgreSQL database that is not known',
  ],
  [
    'disarms characters that act on what shows them',
    { database: 'a\u001b[31m\u202eb\n', endpoints: [tcp('x.example')] },
    'a\u{fffd}[31m\u{fffd}b\u{fffd}@x.example',
    'the PostgreSQL database a\u{fffd}[31m\u{fffd}b\u{fffd} on x.example as user app',
  ],
];

describe('the words for a target', () => {
  for (const [why, change, short, full] of cases)
    it(why, () => {
      const target = { ...base, ...change };
      assert.equal(shortTargetName(target), short);
      assert.equal(fullTargetName(target), full);
    });
});
