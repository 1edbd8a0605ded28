import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Setting } from '../../../src/core/environment/setting';
import { hostOf } from '../../../src/core/targets/target';
import { resolve } from '../../../src/project/resolve';
import { describeResolution } from '../../../src/project/describe';
import { configCommand } from '../../../src/project/tools/configCommands';
import { javascriptStart } from '../../../src/project/tools/javascript';
import type { Resolution } from '../../../src/project/resolution';
import { memoryFiles } from './memoryFiles';
import { testReader } from './testReader';

const files = {
  '/ws/package.json': JSON.stringify({
    dependencies: { pg: '8', dotenv: '17', knex: '3' },
    scripts: { start: 'node src/index.js', reset: 'NODE_ENV=production tsx src/reset.ts' },
  }),
  '/ws/.env': 'DATABASE_URL=postgres://u:pw@db-prod.example.com/shop',
  '/ws/src/config.js': [
    "require('dotenv').config();",
    'const configs = {',
    '  production: { url: process.env.DATABASE_URL },',
    "  development: { url: 'postgres://localhost/shop' },",
    '};',
    "module.exports = configs[process.env.NODE_ENV || 'production'];",
  ].join('\n'),
  '/ws/src/index.js':
    "const { Pool } = require('pg');\nconst config = require('./config');\nnew Pool({ connectionString: config.url });",
  '/ws/src/reset.ts':
    "import { Pool } from 'pg';\nimport config from './config';\nnew Pool({ connectionString: config.url });",
  '/ws/knexfile.js':
    "module.exports = { development: { client: 'pg', connection: { host: 'localhost' } }, live: { client: 'pg', connection: { host: 'db-live.example.com' } } };",
};

async function resolveCommand(command?: string, variables = {}): Promise<Resolution> {
  const settings = Object.entries<string>(variables).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  return resolve(testReader(memoryFiles(files)), {
    cwd: '/ws',
    root: '/ws',
    process: { settings },
    labels: [],
    developmentVariables: [],
    home: '/home/me',
    ...(command === undefined ? {} : { command }),
  });
}

const runs: readonly (readonly [command: string | undefined, host: string, missing: string[]])[] = [
  [undefined, 'db-prod.example.com', ['development']],
  ['npm start', 'db-prod.example.com', ['development']],
  ['npm run reset', 'db-prod.example.com', ['development']],
  ['NODE_ENV=development node src/index', 'localhost', []],
  ['node -r ./x.js src/index.js --flag', 'db-prod.example.com', ['development']],
  ['npx knex migrate:latest', 'localhost', []],
  ['npx knex migrate:rollback --all --env live', 'db-live.example.com', []],
  ['npx knex seed:run --connection postgres://db-other.example.com/x', 'db-other.example.com', []],
];

describe('runs of JavaScript programs', () => {
  for (const [command, host, missing] of runs)
    it(`lead to ${host} for ${command ?? 'a bare shell'}`, async () => {
      const resolution = await resolveCommand(command);
      const [first] = resolution.targets;
      assert.equal(first && hostOf(first.target), host);
      assert.deepEqual(
        resolution.missing.flatMap(({ expected }) => expected),
        missing,
      );
    });

  it('tell each place where the code chose once', async () => {
    const text = describeResolution(await resolveCommand('npm start'), '/ws');
    assert.equal(text.match(/Chosen production in src\/config\.js:6/g)?.length, 1);
  });
});

const starts: readonly (readonly [
  argv: string,
  first: string | undefined,
  rest: readonly string[],
])[] = [
  ['node app.js a b', '/ws/app.js', ['a', 'b']],
  ['node -r dotenv/config app.js', '/ws/app.js', []],
  ['tsx watch src/app.ts', '/ws/src/app.ts', []],
  ['bun run x.ts', '/ws/x.ts', []],
  ['deno run --allow-net x.ts', '/ws/x.ts', []],
  ['./bin/tool.mjs', '/ws/bin/tool.mjs', []],
  ['node -e 1', undefined, []],
  ['node', undefined, []],
  ['tsc -p .', undefined, []],
];

describe('the start of a JavaScript program', () => {
  for (const [line, first, rest] of starts)
    it(`is ${first ?? 'none'} for ${line}`, async () => {
      const start = javascriptStart(line.split(' '));
      const context = {
        files: memoryFiles({}),
        cwd: '/ws',
        root: '/ws',
        variable: () => undefined,
      };
      const [entry] = (await start?.entries(context)) ?? [];
      assert.equal(entry?.entry, first);
      assert.deepEqual(entry?.argv ?? [], rest);
    });
});

const commands: readonly (readonly [line: string, expected: unknown])[] = [
  ['knex migrate:latest --env live', { tool: 'knex', section: 'live' }],
  ['knex --knexfile=db/knexfile.ts seed:run', { tool: 'knex', file: 'db/knexfile.ts' }],
  [
    'sequelize-cli db:drop --url postgres://x',
    { tool: 'sequelize', url: 'postgres://x', grammar: 'sequelize-cli' },
  ],
  ['typeorm schema:drop -d src/data-source.ts', { tool: 'typeorm', file: 'src/data-source.ts' }],
  ['drizzle-kit push --config=drizzle.live.ts', { tool: 'drizzle-kit', file: 'drizzle.live.ts' }],
  ['node_modules/.bin/prisma db push --schema a.prisma', { tool: 'prisma', schema: 'a.prisma' }],
  ['jest', undefined],
];

describe('the command of a tool with a file of its own', () => {
  for (const [line, expected] of commands)
    it(`is ${JSON.stringify(expected)} for ${line}`, () => {
      assert.deepEqual(configCommand(line.split(' ')), expected);
    });
});
