import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readRailsTargets } from '../../../src/project/frameworks/railsTargets';
import type { RailsRules } from '../../../src/project/frameworks/rails';
import { environmentOf } from '../stages/facts';
import { contextOf, summaryOf } from '../targets/context';
import { memoryFiles, type MemoryFile } from './memoryFiles';

const file = '/app/config/database.yml';

async function read(
  yaml: MemoryFile,
  variables: Readonly<Record<string, string>> = {},
  rules?: RailsRules,
): ReturnType<typeof readRailsTargets> {
  return readRailsTargets(
    memoryFiles({ [file]: yaml }),
    '/app',
    environmentOf(variables),
    contextOf(variables),
    rules,
  );
}

const plain = `
default: &default
  adapter: postgresql
  host: <%= ENV.fetch("DB_HOST") { "localhost" } %>
  password: <%= ENV["DB_PASSWORD"] %>
development:
  <<: *default
  database: app_development
production:
  <<: *default
  url: <%= ENV['PROD_URL'] %>
`;
const one = (fields: string): string => `development:\n${fields.replace(/^/gm, '  ')}\n`;

type Case = readonly [
  why: string,
  yaml: string,
  variables: Readonly<Record<string, string>>,
  summaries: readonly string[],
  rules?: RailsRules,
];

const cases: readonly Case[] = [
  ['takes development first', plain, {}, ['localhost:5432/app_development']],
  [
    'takes the variable over its default',
    plain,
    { DB_HOST: 'db.example.com' },
    ['db.example.com:5432/app_development'],
  ],
  [
    'merges DATABASE_URL over the section',
    plain,
    { DATABASE_URL: 'postgres://app:hunter2@prod.example.com:6432' },
    ['app@prod.example.com:6432/app_development'],
  ],
  [
    'keeps the host of the file under a URL without one',
    plain,
    { DATABASE_URL: 'postgres:///other' },
    ['localhost:5432/other'],
  ],
  [
    'prefers a url of the section',
    plain,
    {
      RAILS_ENV: 'production',
      PROD_URL: 'postgres://prod.example.com/app',
      DATABASE_URL: 'postgres://x/y',
    },
    ['prod.example.com:5432/app'],
  ],
  [
    'leaves a section alone whose url is blank',
    plain,
    { RAILS_ENV: 'production', DATABASE_URL: 'postgres://x/y' },
    ['localhost:5432/'],
  ],
  [
    'lets RACK_ENV stand in for a blank RAILS_ENV',
    'test: sqlite3:db/test.sqlite3',
    { RAILS_ENV: '', RACK_ENV: 'test' },
    ['/app/db/test.sqlite3/db/test.sqlite3'],
  ],
  ['has no database without the section', plain, { RAILS_ENV: 'staging' }, []],
  [
    'takes DATABASE_URL without the section',
    plain,
    { RAILS_ENV: 'staging', DATABASE_URL: 'mysql2://db.example.com/app' },
    ['db.example.com:3306/app'],
  ],
  [
    'reads several databases',
    one(
      'primary:\n  adapter: trilogy\n  host: a.example.com\ncache:\n  adapter: mysql2\n  socket: /run/x.sock\n  database: c',
    ),
    {},
    ['a.example.com:3306/', '/run/x.sock/c'],
  ],
  [
    'takes the variable of each database',
    one('primary:\n  adapter: mysql2\ncache:\n  adapter: mysql2\n  database: c'),
    { CACHE_DATABASE_URL: 'mysql2://cache.example.com', DATABASE_URL: 'mysql2://db.example.com' },
    ['db.example.com:3306/', 'cache.example.com:3306/c'],
  ],
  [
    'lets the query win since Rails 7',
    one('url: postgres://a.example.com/app?host=b.example.com'),
    {},
    ['b.example.com:5432/app'],
  ],
  [
    'ignores the host of the query before Rails 7',
    one('url: postgres://a.example.com/app?host=b.example.com'),
    {},
    ['a.example.com:5432/app'],
    { version: 6 },
  ],
  [
    'keeps the port of the file under that of a query before Rails 7',
    one('port: 6000'),
    { DATABASE_URL: 'postgres://a.example.com/app?port=7000' },
    ['a.example.com:6000/app'],
    { version: 6 },
  ],
  [
    'takes the database that the command names',
    one('primary:\n  adapter: mysql2\ncache:\n  adapter: mysql2\n  host: cache.example.com'),
    {},
    ['cache.example.com:3306/'],
    { database: 'cache' },
  ],
  [
    'hands gaps to libpq',
    one('adapter: postgresql\ndatabase: app'),
    { PGHOST: 'db.example.com' },
    ['db.example.com:5432/app'],
  ],
  [
    'knows databases in memory',
    one('adapter: sqlite3\ndatabase: ":memory:"'),
    {},
    [':memory:/:memory:'],
  ],
  [
    'follows ||',
    one('adapter: mysql2\nhost: <%= ENV["A"] || ENV["B"] || "c.example.com" %>'),
    { B: 'b.example.com' },
    ['b.example.com:3306/'],
  ],
  [
    'follows presence',
    one("adapter: mysql2\nhost: <%= ENV['A'].presence || 'c.example.com' %>"),
    { A: '' },
    ['c.example.com:3306/'],
  ],
  [
    'follows a second argument',
    one("adapter: mysql2\nhost: <%= ENV.fetch('A', 'c.example.com') %>"),
    {},
    ['c.example.com:3306/'],
  ],
  [
    'knows Rails.env',
    one('adapter: mysql2\ndatabase: app_<%= Rails.env %>'),
    {},
    ['localhost:3306/app_development'],
  ],
  [
    'skips comments',
    one('adapter: mysql2 <%# ENV["X"] %>\n# <%= secret() %>\nhost: db'),
    {},
    ['db:3306/'],
  ],
  [
    'says which line only Ruby can tell',
    one('adapter: mysql2\nhost: <%= Rails.application.credentials.host %>'),
    {},
    ['The host in line 3 of config/database.yml is computed by Ruby code, which is not run.'],
  ],
  [
    'says which variable is missing',
    one('adapter: mysql2\nhost: <%= ENV.fetch("DB_HOST") %>'),
    {},
    ['The host in line 3 of config/database.yml needs the variable DB_HOST, which is not set.'],
  ],
  [
    'does not mind a password that only Ruby can tell',
    one('adapter: mysql2\nhost: db\npassword: <%= secret() %>'),
    {},
    ['db:3306/'],
  ],
  [
    'tells that an empty DATABASE_URL stops Rails',
    plain,
    { DATABASE_URL: '' },
    ['Rails refuses to start: DATABASE_URL is set and empty.'],
  ],
  [
    'tells that the file is broken',
    'development: [hunter2',
    {},
    ['config/database.yml is not valid YAML.'],
  ],
  [
    'tells that an alias leads nowhere',
    'development: *hunter2',
    {},
    ['config/database.yml is not valid YAML.'],
  ],
];

describe('rails databases', () => {
  for (const [why, yaml, variables, summaries, rules] of cases)
    it(why, async () => {
      const { targets } = await read(yaml, variables, rules);
      const found = targets.map((connection) => summaryOf({ kind: 'connection', connection }));
      assert.deepEqual(found, summaries);
      assert.doesNotMatch(JSON.stringify(targets), /hunter2/);
    });

  it('has nothing to say without the file', async () => {
    const files = memoryFiles({});
    const none = await readRailsTargets(files, '/app', environmentOf({}), contextOf());
    assert.deepEqual(none, { targets: [], problems: [] });
  });

  it('answers with an unknown database where the file may not be read', async () => {
    const { targets, problems } = await read({ unreadable: 'may not be read by this user' });
    assert.equal(targets[0]?.unresolved, 'config/database.yml may not be read by this user.');
    assert.equal(problems[0]?.file, file);
  });

  it('names the deciding variable, the file and the variables in it', async () => {
    const { targets } = await read(plain, {
      DATABASE_URL: 'postgres://prod.example.com',
      DB_HOST: 'db.example.com',
    });
    assert.equal(targets[0]?.origin.name, 'DATABASE_URL');
    assert.deepEqual(
      targets[0]?.also?.map(({ name }) => name),
      ['development', 'DB_HOST'],
    );
  });

  it('names the line of the section that decides', async () => {
    const { targets } = await read(`# ours\n${plain}`);
    const line = `# ours\n${plain}`.split('\n').indexOf('development:') + 1;
    assert.ok(line > 1);
    assert.equal(targets[0]?.origin.line, line);
  });

  it('doubts every database of a file with code around them', async () => {
    const yaml = `<% if true %>\n${plain}<% end %>`;
    const { targets, problems } = await read(yaml);
    assert.equal(targets[0]?.doubts[0]?.line, 1);
    assert.equal(problems.length, 1);
  });
});
