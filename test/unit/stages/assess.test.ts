import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Stage } from '../../../src/core/stages/stage';
import type { Answering, Target } from '../../../src/core/targets/target';
import { label, targetOf, tcp, verdictOf } from './facts';

type Facts = Parameters<typeof verdictOf>[1];
type Case = readonly [why: string, target: Target, stage: Stage, rule: string, facts?: Facts];

const named = (name: string, file?: string): Partial<Target> => ({
  origin: { kind: 'file', name, ...(file && { file }) },
});
const rds = 'payments.c9akciq32rgw.us-east-1.rds.amazonaws.com';
const answered = (kind: Answering['kind'], database: string, via?: string): Target => {
  const answering: Answering = kind === 'nothing' ? { kind } : { kind, program: 'postgres' };
  const endpoints = [{ kind: 'tcp', host: 'localhost', port: 5432, answering } as const];
  return targetOf('', { endpoints, database, ...(via && { via }) });
};
const production = { variables: { NODE_ENV: 'production' } };

const cases: readonly Case[] = [
  ['localhost', targetOf('localhost'), 'development', 'this-machine'],
  ['another loopback address', targetOf('127.0.0.53'), 'development', 'this-machine'],
  ['the IPv6 loopback', targetOf('::1'), 'development', 'this-machine'],
  ['a name under localhost', targetOf('db.localhost'), 'development', 'this-machine'],
  [
    'a socket',
    targetOf('', { endpoints: [{ kind: 'socket', path: '/var/run/postgresql', port: 5432 }] }),
    'development',
    'this-machine',
  ],
  [
    'a file',
    targetOf('', { system: 'sqlite', endpoints: [{ kind: 'file', path: '/app/dev.sqlite3' }] }),
    'development',
    'this-machine',
  ],
  [
    'a database in memory',
    targetOf('', { system: 'sqlite', endpoints: [{ kind: 'memory' }], ...named('PROD_URL') }),
    'development',
    'this-machine',
  ],
  [
    'a selector alone on this machine',
    targetOf('localhost', { database: 'app' }),
    'development',
    'this-machine',
    production,
  ],
  [
    'a test database on this machine',
    targetOf('localhost', { database: 'app_test' }),
    'test',
    'local-test-name',
  ],
  [
    'a staging database on this machine',
    targetOf('localhost', { database: 'app_staging' }),
    'development',
    'this-machine',
  ],
  [
    'a production database name on this machine',
    targetOf('localhost', { database: 'scores_production' }),
    'unknown',
    'local-production-name',
  ],
  [
    'a production variable on this machine',
    targetOf('localhost', named('PROD_DATABASE_URL')),
    'unknown',
    'local-production-name',
  ],
  [
    'a production file on this machine',
    targetOf('localhost', named('DATABASE_URL', '/app/.env.production')),
    'unknown',
    'local-production-name',
  ],
  [
    'a production file of SQLite',
    targetOf('', { system: 'sqlite', endpoints: [{ kind: 'file', path: '/x/production.db' }] }),
    'unknown',
    'local-production-name',
  ],
  ['a production host', targetOf('db-prod.example.com'), 'production', 'environment-name'],
  [
    'a production database',
    targetOf('db.example.com', { database: 'app_prod' }),
    'production',
    'environment-name',
  ],
  [
    'a production user',
    targetOf('db.example.com', { user: 'app_prod' }),
    'production',
    'environment-name',
  ],
  ['a short production host', targetOf('prod-db'), 'production', 'environment-name'],
  [
    'a production namespace',
    targetOf('pg.prod.svc.cluster.local'),
    'production',
    'environment-name',
  ],
  [
    'a production instance at a provider',
    targetOf(rds.replace('payments', 'payments-prod')),
    'production',
    'environment-name',
  ],
  [
    'a production host with a development database',
    targetOf('prod-db.example.com', { database: 'app_dev' }),
    'production',
    'environment-name',
  ],
  [
    'a development host with a production database',
    targetOf('dev-db.example.com', { database: 'app_production' }),
    'production',
    'environment-name',
  ],
  ['a staging host', targetOf('db.staging.example.com'), 'staging', 'environment-name'],
  ['a development host', targetOf('db.dev.example.com'), 'development', 'environment-name'],
  [
    'a test database on another host',
    targetOf('db.example.com', { database: 'app_test' }),
    'test',
    'environment-name',
  ],
  [
    'a Cloud SQL socket of production',
    targetOf('', {
      endpoints: [{ kind: 'socket', path: '/cloudsql/shop:us-central1:prod-db', port: 5432 }],
    }),
    'production',
    'environment-name',
  ],
  [
    'a Cloud SQL socket without a word',
    targetOf('', {
      endpoints: [{ kind: 'socket', path: '/cloudsql/shop:us-central1:main', port: 5432 }],
    }),
    'unknown',
    'managed-provider',
  ],
  [
    'a developer as the user',
    targetOf('db.example.com', { user: 'dev' }),
    'unknown',
    'remote-host',
  ],
  ['a test user', targetOf('db.example.com', { user: 'test' }), 'unknown', 'remote-host'],
  [
    'the default database of MongoDB',
    targetOf('', {
      system: 'mongodb',
      endpoints: [{ kind: 'srv', host: 'cluster0.ab1cd.mongodb.net' }],
      database: 'test',
    }),
    'unknown',
    'managed-provider',
  ],
  ['a top-level domain dev', targetOf('db.example.dev'), 'unknown', 'remote-host'],
  ['a top-level domain live', targetOf('db.example.live'), 'unknown', 'remote-host'],
  ['a bought domain test.io', targetOf('db.test.io'), 'unknown', 'remote-host'],
  [
    'a bought domain with prod in it',
    targetOf('db.acme-prod.com'),
    'production',
    'environment-name',
  ],
  ['a host for products', targetOf('products.example.com'), 'unknown', 'remote-host'],
  ['a preprod host', targetOf('preprod.example.com'), 'staging', 'environment-name'],
  [
    'a random id that holds a word',
    targetOf('db.x7ci3.us-east-1.rds.amazonaws.com'),
    'unknown',
    'managed-provider',
  ],
  [
    'a production variable',
    targetOf('db.example.com', named('PROD_DATABASE_URL')),
    'production',
    'setting-name',
  ],
  [
    'a production env file',
    targetOf('db.example.com', named('URL', '/a/.env.production')),
    'production',
    'setting-name',
  ],
  [
    'production settings',
    targetOf('db.example.com', named('HOST', '/a/settings/production.py')),
    'production',
    'setting-name',
  ],
  [
    'a staging variable',
    targetOf('db.example.com', named('STAGING_URL')),
    'staging',
    'setting-name',
  ],
  [
    'a development file that leads to another machine',
    targetOf('db.example.com', named('DATABASE_URL', '/a/.env.development')),
    'unknown',
    'remote-host',
  ],
  [
    'a variable that gives a part',
    targetOf('db.example.com', { also: [{ kind: 'shell', name: 'PROD_DB_PORT' }] }),
    'production',
    'setting-name',
  ],
  [
    'a selector and another machine',
    targetOf('db.example.com'),
    'production',
    'environment-selector',
    production,
  ],
  [
    'a settings module',
    targetOf('db.example.com'),
    'production',
    'environment-selector',
    { variables: { DJANGO_SETTINGS_MODULE: 'shop.settings.production' } },
  ],
  [
    'a list of profiles',
    targetOf('db.example.com'),
    'staging',
    'environment-selector',
    { variables: { SPRING_PROFILES_ACTIVE: 'eu,staging' } },
  ],
  [
    'a development selector and another machine',
    targetOf('db.example.com'),
    'unknown',
    'remote-host',
    { variables: { NODE_ENV: 'development' } },
  ],
  [
    'a development host under a production selector',
    targetOf('db.dev.example.com'),
    'development',
    'environment-name',
    production,
  ],
  ['a provider', targetOf(rds), 'unknown', 'managed-provider'],
  ['a container name', targetOf('db'), 'unknown', 'container-network'],
  ['a container name under a selector', targetOf('db'), 'unknown', 'container-network', production],
  ['the host of containers', targetOf('host.docker.internal'), 'unknown', 'container-network'],
  ['a private address', targetOf('10.0.3.7'), 'unknown', 'private-network'],
  ['a private IPv6 address', targetOf('fd12:3456::1'), 'unknown', 'private-network'],
  ['a Tailscale address', targetOf('100.101.102.103'), 'unknown', 'private-network'],
  ['a private name', targetOf('db.corp.internal'), 'unknown', 'private-network'],
  ['a multicast name', targetOf('nas.local'), 'unknown', 'private-network'],
  ['another host', targetOf('db.example.com'), 'unknown', 'remote-host'],
  ['a public address', targetOf('203.0.113.7'), 'unknown', 'remote-host'],
  ['a database server of this machine', answered('server', 'app'), 'development', 'this-machine'],
  [
    'a local copy with a production name, which a server of this machine answers for',
    answered('server', 'app_prod'),
    'development',
    'this-machine',
  ],
  [
    'a production name where nothing answers',
    answered('nothing', 'app_prod'),
    'development',
    'this-machine',
  ],
  [
    'a test database behind a server of this machine',
    answered('server', 'app_test'),
    'test',
    'local-test-name',
  ],
  [
    'a listener that cannot be told',
    answered('unidentified', 'app_test'),
    'unknown',
    'unidentified-listener',
  ],
  [
    'a production name behind a listener that cannot be told',
    answered('unidentified', 'app_prod'),
    'unknown',
    'local-production-name',
  ],
  [
    'a relay that leads back to a server of this machine',
    answered('server', 'app', 'socat'),
    'development',
    'this-machine',
  ],
  [
    'a host behind a tunnel that is named for production',
    targetOf('db.internal', { via: 'ssh to bastion-prod' }),
    'production',
    'environment-name',
  ],
  [
    'a host behind a bastion that is named for development',
    targetOf('db.internal', { via: 'ssh to dev-bastion' }),
    'unknown',
    'private-network',
  ],
  [
    'a name of the other side of a tunnel',
    targetOf('db', { via: 'ssh to app.example.com' }),
    'unknown',
    'tunnel-end',
  ],
  ['a tunnel', targetOf('localhost', { via: 'ssh bastion.example.com' }), 'unknown', 'tunnel-end'],
  [
    'a tunnel to production',
    targetOf('localhost', { via: 'ssh bastion-prod' }),
    'production',
    'environment-name',
  ],
  [
    'a production database behind a tunnel',
    targetOf('localhost', { via: 'ssh bastion', database: 'app_prod' }),
    'production',
    'environment-name',
  ],
  [
    'an unresolved target',
    targetOf('', { endpoints: [], unresolved: 'The client would refuse the value.' }),
    'unknown',
    'unresolved-place',
  ],
  [
    'a user label over every name',
    targetOf('db-prod.example.com'),
    'development',
    'user-label',
    { labels: [label('db-prod.example.com', 'development')] },
  ],
  [
    'a user label over this machine',
    targetOf('localhost'),
    'production',
    'user-label',
    { labels: [label('localhost:5432', 'production')] },
  ],
  [
    "a folder's label that asks for more care",
    targetOf('localhost'),
    'production',
    'shared-label',
    { labels: [label('localhost', 'production', 'folder')] },
  ],
  [
    "a workspace's label that asks for less care",
    targetOf('db-prod.example.com'),
    'production',
    'environment-name',
    { labels: [label('*', 'development', 'workspace')] },
  ],
  [
    "a folder's label against the user's own",
    targetOf('localhost'),
    'development',
    'user-label',
    { labels: [label('localhost', 'production', 'folder'), label('localhost', 'development')] },
  ],
];

describe('assess', () => {
  for (const [why, target, stage, rule, facts] of cases)
    it(`calls ${why} ${stage}, by ${rule}`, () => {
      const verdict = verdictOf(target, facts);
      assert.equal(`${verdict.stage} by ${verdict.reasons[0]?.rule}`, `${stage} by ${rule}`);
    });

  it('gives every reason as a sentence with an origin', () => {
    for (const [, target, , , facts] of cases)
      for (const { text, origin } of verdictOf(target, facts).reasons) {
        assert.match(text, /^\S.*[.?]$/);
        assert.ok(origin, text);
      }
  });

  it('tells both sides when this machine has a production name', () => {
    const [first, second] = verdictOf(targetOf('localhost', { database: 'app_prod' })).reasons;
    assert.match(first!.text, /localhost is this machine.*app_prod/);
    assert.match(second!.text, /tunnel.*copy.*[Ll]abel/);
  });

  it('takes the worst of several hosts, and names it', () => {
    const verdict = verdictOf(
      targetOf('', { endpoints: [tcp('localhost'), tcp('db-prod.example.com'), tcp('db')] }),
    );
    assert.equal(verdict.stage, 'production');
    assert.match(verdict.reasons[0]!.text, /db-prod\.example\.com/);
  });

  it('lets an unlabelled member of a labelled list stay as it is', () => {
    const target = targetOf('', { endpoints: [tcp('a.example.com'), tcp('b.example.com')] });
    const facts = { labels: [label('a.example.com', 'development')] };
    assert.equal(verdictOf(target, facts).stage, 'unknown');
  });

  const doubts = [{ file: '/app/.env.local', message: 'may not be read by this user' }];
  for (const [host, stage] of [
    ['localhost', 'unknown'],
    ['db.staging.example.com', 'unknown'],
    ['db-prod.example.com', 'production'],
  ] as const)
    it(`calls ${host} ${stage} while a stronger file cannot be read`, () => {
      assert.equal(verdictOf(targetOf(host, { doubts })).stage, stage);
    });

  it('names the file that could not be read, before the reason that it outweighs', () => {
    const { reasons } = verdictOf(targetOf('localhost', { doubts }));
    assert.match(reasons[0]!.text, /^\.env\.local /);
    assert.equal(reasons[0]!.origin?.file, '/app/.env.local');
    assert.equal(reasons[1]!.rule, 'this-machine');
  });

  it('does not let a label settle which file wins', () => {
    const facts = { labels: [label('localhost', 'development')] };
    assert.equal(verdictOf(targetOf('localhost', { doubts }), facts).stage, 'unknown');
  });
});
