import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Environment } from '../../../src/core/environment/environment';
import { Setting } from '../../../src/core/environment/setting';
import { grammars } from '../../../src/core/targets/grammars';
import { hostOf, portOf, type Target } from '../../../src/core/targets/target';
import { findTargets } from '../../../src/core/targets/variableGroups';

const context = { readFile: () => undefined, home: '/home/user', cwd: '/project' };

function layerOf(variables: Readonly<Record<string, string>>, file: string): Setting[] {
  return Object.entries(variables).map(
    ([name, value]) => new Setting(name, value, { kind: 'file', name, file }),
  );
}

function targetsOf(variables: Readonly<Record<string, string>>): readonly Target[] {
  const environment = new Environment([{ settings: layerOf(variables, '/project/.env') }]);
  return findTargets(environment, context, grammars);
}

function summaryOf(target: Target): string {
  const { system, database, user, origin, standby, unresolved } = target;
  if (unresolved !== undefined) return `${origin.name}: ${unresolved}`;
  const place = `${user ?? ''}@${hostOf(target)}:${portOf(target)}/${database ?? ''}`;
  return `${origin.name}: ${system} ${place}${standby ? ' standby' : ''}`;
}

const url = 'postgres://u:p@h.example.com/app';

const cases: readonly (readonly [
  why: string,
  variables: Readonly<Record<string, string>>,
  expected: readonly string[],
])[] = [
  [
    'puts the plain name first, a cache after databases and standby last',
    {
      PROD_DATABASE_URL: 'postgres://u:p@p.example.com/app',
      REDIS_URL: 'redis://c.example.com',
      REPORTS: 'mysql://u:p@r.example.com/app',
      DATABASE_URL: url,
    },
    [
      'DATABASE_URL: postgresql u@h.example.com:5432/app',
      'REPORTS: mysql u@r.example.com:3306/app',
      'REDIS_URL: redis @c.example.com:6379/0',
      'PROD_DATABASE_URL: postgresql u@p.example.com:5432/app standby',
    ],
  ],
  [
    'takes no web address or broker for a database',
    {
      FIREBASE_DATABASE_URL: 'https://app.example.com',
      SENTRY_DSN: 'https://key@sentry.example.com/1',
      BROKER_URL: 'amqp://u:p@broker.example.com',
      LOG_FILE: 'file:///var/log/app',
    },
    [],
  ],
  ['takes an empty value for one that is not set', { DATABASE_URL: '', DB_HOST: '' }, []],
  [
    'reads a group of the same prefix',
    {
      DB_CONNECTION: 'pgsql',
      DB_HOST: 'h.example.com',
      DB_PORT: '6000',
      DB_DATABASE: 'app',
      DB_USERNAME: 'u',
    },
    ['DB_HOST: postgresql u@h.example.com:6000/app'],
  ],
  [
    'keeps groups with different prefixes apart',
    {
      DB_HOST: 'h.example.com',
      DB_ENGINE: 'django.db.backends.mysql',
      ANALYTICS_DB_HOST: 'a.example.com',
      ANALYTICS_DB_PORT: '5432',
    },
    ['DB_HOST: mysql @h.example.com:3306/', 'ANALYTICS_DB_HOST: postgresql @a.example.com:5432/'],
  ],
  [
    'lets an environment word mark a group as standby, before and after the name',
    {
      MYSQL_HOST: 'h.example.com',
      PROD_MYSQL_HOST: 'p.example.com',
      MYSQL_HOST_STAGING: 's.example.com',
      MYSQL_DATABASE: 'app',
    },
    [
      'MYSQL_HOST: mysql @h.example.com:3306/app',
      'PROD_MYSQL_HOST: mysql @p.example.com:3306/ standby',
      'MYSQL_HOST_STAGING: mysql @s.example.com:3306/app standby',
    ],
  ],
  [
    'knows Elastic Beanstalk’s names',
    { RDS_HOSTNAME: 'r.example.com', RDS_PORT: '5432', RDS_DB_NAME: 'app', RDS_USERNAME: 'u' },
    ['RDS_HOSTNAME: postgresql u@r.example.com:5432/app'],
  ],
  [
    'leaves the port open where nothing tells the system',
    { DB_HOST: 'h.example.com', DB_NAME: 'app' },
    ['DB_HOST: unknown @h.example.com:null/app'],
  ],
  [
    'takes a server container’s own variables for no connection',
    { POSTGRES_USER: 'u', POSTGRES_PASSWORD: 'p', POSTGRES_DB: 'app' },
    [],
  ],
  [
    'reads a SQLite file from a group without a host',
    { DB_CONNECTION: 'sqlite', DB_DATABASE: 'app.sqlite' },
    ['DB_DATABASE: sqlite @app.sqlite:null/'],
  ],
  [
    'counts PostgreSQL’s own variables only where they name a place',
    { PGPORT: '6000', PGUSER: 'u' },
    [],
  ],
  [
    'reads PostgreSQL’s own variables together',
    { PGHOST: 'h.example.com', PGPORT: '6000', PGUSER: 'u' },
    ['PGHOST: postgresql u@h.example.com:6000/u'],
  ],
  [
    'counts one place under two names once',
    { DATABASE_URL: url, SQLALCHEMY_DATABASE_URI: url, STAGING_DATABASE_URL: url },
    [
      'DATABASE_URL: postgresql u@h.example.com:5432/app',
      'STAGING_DATABASE_URL: postgresql u@h.example.com:5432/app standby',
    ],
  ],
  [
    'says of a template that it is one',
    {
      DATABASE_URL: 'postgres://user:password@host:port/db',
      DB_URL: 'postgres://user:password@${DB_HOST}/db',
      POSTGRES_URL: 'postgres://user:password@your-host/db',
      SPRING_DATASOURCE_URL: 'changeme',
    },
    [
      'DATABASE_URL: The value is a template that is not filled in.',
      'DB_URL: The value is a template: its host is not filled in.',
      'SPRING_DATASOURCE_URL: The value is a template that is not filled in.',
      'POSTGRES_URL: The value is a template: its host is not filled in.',
    ],
  ],
  [
    'tells of a value that no client reads',
    { DATABASE_URL: `"${url}"` },
    ['DATABASE_URL: The value is no connection string that a known client reads.'],
  ],
  [
    'asks the next client where the first refuses',
    { DATABASE_URL: `${url}?schema=public` },
    ['DATABASE_URL: postgresql u@h.example.com:5432/app'],
  ],
];

describe('findTargets', () => {
  for (const [why, variables, expected] of cases)
    it(why, () => assert.deepEqual(targetsOf(variables).map(summaryOf), expected));

  it('tells what the value wins over and which stronger file could not be read', () => {
    const problem = { file: '/project/.env.local', message: 'is not text' };
    const environment = new Environment([
      { settings: [], problem },
      { settings: layerOf({ DATABASE_URL: url }, '/project/.env') },
      { settings: layerOf({ DATABASE_URL: `${url}2` }, '/project/.env.defaults') },
    ]);
    const [target] = findTargets(environment, context, grammars);
    assert.equal(target?.origin.file, '/project/.env');
    assert.deepEqual(
      target?.overrides.map(({ file }) => file),
      ['/project/.env.defaults'],
    );
    assert.deepEqual(target?.doubts, [problem]);
  });

  it('keeps the origins of a group’s other fields', () => {
    const [target] = targetsOf({ DB_HOST: 'h.example.com', DB_PORT: '5432', DB_USER: 'u' });
    assert.deepEqual(
      target?.also?.map(({ name }) => name),
      ['DB_PORT', 'DB_USER'],
    );
  });
});
