import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  configTools,
  findConfigTool,
  followConfig,
} from '../../../../src/project/evaluation/configFiles';
import type { ProgramAnswer } from '../../../../src/project/evaluation/answer';
import { memoryRequest, place } from './followMemory';

type Texts = Readonly<Record<string, string>>;

interface Case {
  readonly title: string;
  readonly tool: string;
  readonly files: Texts;
  readonly variables?: Texts;
  readonly section?: string;
  readonly file?: string;
  readonly places: readonly string[];
}

async function follow({
  tool,
  files,
  variables,
  section,
  file,
}: Omit<Case, 'places' | 'title'>): Promise<ProgramAnswer | undefined> {
  const request = {
    ...memoryRequest(files, variables),
    ...(section === undefined ? {} : { section }),
    ...(file === undefined ? {} : { file }),
  };
  return followConfig(findConfigTool(tool)!, request);
}

const knexSections =
  "module.exports = { development: { client: 'sqlite3', connection: { filename: './dev.db' } }, production: { client: 'pg', connection: process.env.DATABASE_URL } };";
const sequelizeSections = JSON.stringify({
  development: { dialect: 'postgres', host: 'localhost', database: 'dev' },
  production: { dialect: 'postgres', use_env_variable: 'DATABASE_URL' },
  staging: { dialect: 'mysql', url: 'mysql://u:p@stage.example/d', host: 'other.example' },
});
const schema = [
  '// The database of the app',
  'generator client {',
  '  provider = "prisma-client-js"',
  '}',
  'datasource db {',
  '  provider  = "postgresql" // see env("OTHER")',
  '  url       = env("DATABASE_URL")',
  '  directUrl = env("DIRECT_URL")',
  '}',
].join('\n');
const url = 'postgres://u:p@db.example.com/app';

const cases: readonly Case[] = [
  {
    title: 'takes the section of the command',
    tool: 'knex',
    files: { 'knexfile.js': knexSections },
    section: 'production',
    variables: { DATABASE_URL: url },
    places: ['postgresql u@db.example.com:5432/app'],
  },
  {
    title: 'takes the section of NODE_ENV',
    tool: 'knex',
    files: { 'knexfile.js': knexSections },
    variables: { NODE_ENV: 'production', DATABASE_URL: url },
    places: ['postgresql u@db.example.com:5432/app'],
  },
  {
    title: 'takes development otherwise',
    tool: 'knex',
    files: { 'knexfile.js': knexSections },
    places: ['sqlite /ws/dev.db'],
  },
  {
    title: 'takes the top level where there are no sections',
    tool: 'knex',
    files: {
      'knexfile.ts':
        "import type { Knex } from 'knex'; const config: Knex.Config = { client: 'mysql2', connection: { host: 'h.example', database: 'd' } }; export default config;",
    },
    places: ['mysql h.example:3306/d'],
  },
  {
    title: 'reads the .env beside a knexfile elsewhere',
    tool: 'knex',
    file: 'db/knexfile.js',
    files: {
      'db/knexfile.js':
        "require('dotenv').config(); module.exports = { client: 'pg', connection: process.env.DATABASE_URL };",
      'db/.env': 'DATABASE_URL=postgres://u:p@inner.example/app',
      '.env': 'DATABASE_URL=postgres://u:p@outer.example/app',
    },
    places: ['postgresql u@inner.example:5432/app'],
  },
  {
    title: 'takes config/config.js before config/config.json',
    tool: 'sequelize',
    files: {
      'config/config.js':
        "module.exports = { development: { dialect: 'mysql', host: 'h.example', username: 'u', database: 'd' } };",
      'config/config.json': sequelizeSections,
    },
    places: ['mysql u@h.example:3306/d'],
  },
  {
    title: 'takes the variable that a section names',
    tool: 'sequelize',
    files: { 'config/config.json': sequelizeSections },
    section: 'production',
    variables: { DATABASE_URL: url },
    places: ['postgresql u@db.example.com:5432/app'],
  },
  {
    title: 'stays unknown where that variable is not set',
    tool: 'sequelize',
    files: { 'config/config.json': sequelizeSections },
    section: 'production',
    places: ['postgresql ? DATABASE_URL is not set, so the program stops here'],
  },
  {
    title: 'takes the URL of a section before its parts',
    tool: 'sequelize',
    files: { 'config/config.json': sequelizeSections },
    section: 'staging',
    places: ['mysql u@stage.example:3306/d'],
  },
  {
    title: 'finds the file that .sequelizerc names',
    tool: 'sequelize',
    files: {
      '.sequelizerc':
        "const path = require('path'); module.exports = { config: path.resolve('server', 'db.json') };",
      'server/db.json': sequelizeSections,
    },
    places: ['postgresql localhost:5432/dev'],
  },
  {
    title: 'follows the file of a DataSource',
    tool: 'typeorm',
    file: 'src/data-source.ts',
    files: {
      'src/data-source.ts':
        "import { DataSource } from 'typeorm'; import { options } from './options'; export const AppDataSource = new DataSource(options);",
      'src/options.ts':
        "export const options = { type: 'postgres', host: process.env.DB_HOST || 'localhost', port: 5433, database: 'd' };",
    },
    variables: { DB_HOST: 'h.example' },
    places: ['postgresql h.example:5433/d'],
  },
  {
    title: 'reads an older ormconfig',
    tool: 'typeorm',
    files: { 'ormconfig.json': '[{ "type": "mysql", "host": "h.example", "database": "d" }]' },
    places: ['mysql h.example:3306/d'],
  },
  {
    title: 'reads .env of the working folder by itself, and never .env.local',
    tool: 'drizzle-kit',
    files: {
      'drizzle.config.ts':
        "import { defineConfig } from 'drizzle-kit'; export default defineConfig({ dialect: 'postgresql', dbCredentials: { url: process.env.DATABASE_URL! } });",
      '.env': `DATABASE_URL=${url}`,
      '.env.local': 'DATABASE_URL=postgres://local.example/app',
    },
    places: ['postgresql u@db.example.com:5432/app'],
  },
  {
    title: 'takes the parts of the credentials',
    tool: 'drizzle-kit',
    files: {
      'drizzle.config.ts':
        "export default { dialect: 'mysql', dbCredentials: { host: 'h.example', user: 'u', database: 'd' } } satisfies Config;",
    },
    places: ['mysql u@h.example:3306/d'],
  },
  {
    title: 'prefers directUrl, and leaves the url of the program standing by',
    tool: 'prisma',
    files: { 'prisma/schema.prisma': schema },
    variables: {
      DATABASE_URL: 'postgres://pool.example/app',
      DIRECT_URL: 'postgres://direct.example/app',
    },
    places: ['postgresql direct.example:5432/app', 'postgresql pool.example:5432/app'],
  },
  {
    title: 'reads .env beside package.json before version 7',
    tool: 'prisma',
    files: {
      'prisma/schema.prisma': schema.replace(/\n.*directUrl.*/, ''),
      'package.json': '{ "devDependencies": { "prisma": "^6.1.0" } }',
      '.env': 'DATABASE_URL=postgres://file.example/app',
    },
    places: ['postgresql file.example:5432/app'],
  },
  {
    title: 'reads no .env since version 7',
    tool: 'prisma',
    files: {
      'prisma/schema.prisma': schema.replace(/\n.*directUrl.*/, ''),
      'package.json': '{ "devDependencies": { "prisma": "^7.0.0" } }',
      '.env': 'DATABASE_URL=postgres://file.example/app',
    },
    places: ['postgresql ? DATABASE_URL is not set'],
  },
  {
    title: 'takes the database of prisma.config',
    tool: 'prisma',
    files: {
      'prisma.config.ts':
        "import 'dotenv/config'; import { defineConfig, env } from 'prisma/config'; export default defineConfig({ schema: 'prisma/schema.prisma', datasource: { url: env('DATABASE_URL') } });",
      'prisma/schema.prisma': schema,
      '.env': `DATABASE_URL=${url}`,
    },
    places: ['postgresql u@db.example.com:5432/app'],
  },
  {
    title: 'finds the schema that prisma.config names',
    tool: 'prisma',
    files: {
      'prisma.config.ts':
        "import { defineConfig } from 'prisma/config'; export default defineConfig({ schema: 'db/main.prisma' });",
      'db/main.prisma': 'datasource db {\n provider = "sqlite"\n url = "file:./dev.db"\n}',
    },
    places: ['sqlite /ws/db/dev.db'],
  },
];

describe('configuration files of tools', () => {
  for (const { title, tool, places, ...rest } of cases)
    it(`${tool} ${title}`, async () => {
      const answer = await follow({ tool, ...rest });
      assert.deepEqual(
        answer?.targets.map(({ target }) => place(target)),
        places,
      );
    });

  it('are nothing where the folder has none', async () => {
    for (const { id } of configTools)
      assert.equal(await follow({ tool: id, files: {} }), undefined);
  });

  it('tell the variable that chose a section, and what would have led to development', async () => {
    const answer = await follow({
      tool: 'knex',
      files: {
        'knexfile.js':
          "module.exports = { development: { client: 'pg', connection: { host: 'localhost' } }, production: { client: 'pg', connection: { host: 'db-prod.example.com' } } };",
      },
      variables: { NODE_ENV: 'production' },
    });
    assert.equal(answer?.targets[0]?.stage, 'production');
    assert.deepEqual(
      answer.missing.map(({ name, expected, because }) => [name, expected, because]),
      [['NODE_ENV', ['development'], 'takes production for the value of NODE_ENV']],
    );
  });

  it('lead to the line that decides', async () => {
    const answer = await follow({
      tool: 'prisma',
      files: {
        'prisma/schema.prisma':
          'datasource db {\n  provider = "mysql"\n  url = "mysql://u:secret@h.example/d" // "x"\n}',
      },
    });
    const [first] = answer?.targets ?? [];
    assert.deepEqual(first?.target.origin, {
      kind: 'file',
      name: 'url',
      file: '/ws/prisma/schema.prisma',
      line: 3,
    });
    assert.ok(!JSON.stringify(answer).includes('secret'));
  });
});
