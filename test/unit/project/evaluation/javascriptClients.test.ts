import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { javascriptClients } from '../../../../src/project/evaluation/javascriptClients';
import { followMemory, place } from './followMemory';

const url = "'postgres://me:secret@db.example.com:6432/app'";
const mongoUrl = "'mongodb://db.example.com/app'";

const calls: readonly (readonly [
  code: string,
  places: readonly string[],
  variables?: Record<string, string>,
])[] = [
  [
    `import { Pool } from 'pg'; new Pool({ connectionString: ${url}, host: 'other.example.com' })`,
    ['postgresql me@db.example.com:6432/app'],
  ],
  [`import pg from 'pg'; new pg.Client(${url})`, ['postgresql me@db.example.com:6432/app']],
  [
    `const { Pool } = require('pg'); new Pool({ host: 'h.example', database: 'd', user: 'u' })`,
    ['postgresql u@h.example:5432/d'],
  ],
  [`const { Pool } = require('pg'); new Pool()`, ['postgresql localhost:5432']],
  [
    `const { Pool } = require('pg'); new Pool()`,
    ['postgresql h.example:1/d'],
    {
      PGHOST: 'h.example',
      PGPORT: '1',
      PGDATABASE: 'd',
    },
  ],
  [
    `const { Pool } = require('pg'); new Pool({ connectionString: process.env.DATABASE_URL })`,
    ['postgresql localhost:5432'],
  ],
  [
    `const { Pool } = require('pg'); new Pool({ ...unknownOptions, host: 'h.example' })`,
    ["postgresql ? 'unknownOptions' is not known here"],
  ],
  [
    `import { Pool } from 'pg'; const prod = { host: 'p.example' }; const dev = { host: 'localhost' }; new Pool(process.argv[2] ? prod : dev)`,
    ['postgresql p.example:5432', 'postgresql localhost:5432'],
  ],
  [
    `import postgres from 'postgres'; const sql = postgres(${url}, { host: 'other.example.com', database: 'x' })`,
    ['postgresql me@other.example.com:6432/x'],
  ],
  [
    `import postgres from 'postgres'; postgres('postgres://db.example.com/app?host=other.example.com')`,
    ['postgresql db.example.com:5432/app'],
  ],
  [
    `import postgres from 'postgres'; postgres({ host: 'h.example', username: 'u' })`,
    ['postgresql u@h.example:5432/u'],
  ],
  [
    `import { MongoClient } from 'mongodb'; const c = new MongoClient(${mongoUrl})`,
    ['mongodb db.example.com:27017/app'],
  ],
  [
    `import { MongoClient } from 'mongodb'; const c = new MongoClient(${mongoUrl}); await c.connect(); c.db('scores')`,
    ['mongodb db.example.com:27017/scores'],
  ],
  [
    `const { MongoClient } = require('mongodb'); MongoClient.connect(${mongoUrl}).then((c) => c.db('scores'))`,
    ['mongodb db.example.com:27017/scores'],
  ],
  [
    `import mongoose from 'mongoose'; mongoose.connect(${mongoUrl}, { dbName: 'other' })`,
    ['mongodb db.example.com:27017/other'],
  ],
  [
    `const mongoose = require('mongoose'); mongoose.createConnection(${mongoUrl}); mongoose.createConnection('mongodb://two.example')`,
    ['mongodb db.example.com:27017/app', 'mongodb two.example:27017/test'],
  ],
  [
    `import mysql from 'mysql2/promise'; await mysql.createPool({ host: 'h.example', port: 3307, user: 'u', database: 'd' })`,
    ['mysql u@h.example:3307/d'],
  ],
  [`require('mysql').createConnection('mysql://u:p@h.example/d')`, ['mysql u@h.example:3306/d']],
  [`import Redis from 'ioredis'; new Redis(6380, 'h.example')`, ['redis h.example:6380']],
  [
    `import { createClient } from 'redis'; createClient({ url: 'redis://h.example/2' })`,
    ['redis h.example:6379/2'],
  ],
  [
    `import { createClient } from 'redis'; createClient({ socket: { host: 'h.example' } }); createClient()`,
    ['redis h.example:6379', 'redis localhost:6379'],
  ],
  [
    `import { Sequelize } from 'sequelize'; new Sequelize(${url})`,
    ['postgresql me@db.example.com:6432/app'],
  ],
  [
    `const { Sequelize } = require('sequelize'); new Sequelize('d', 'u', 'p', { host: 'h.example', dialect: 'mysql' })`,
    ['mysql u@h.example:3306/d'],
  ],
  [
    `const Sequelize = require('sequelize'); new Sequelize({ dialect: 'sqlite', storage: './a.db' })`,
    ['sqlite /ws/a.db'],
  ],
  [
    `import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', url: ${url}, host: 'other.example.com' })`,
    ['postgresql me@db.example.com:6432/app'],
  ],
  [
    `import { DataSource } from 'typeorm'; new DataSource({ type: 'mariadb', host: 'h.example', username: 'u', database: 'd' })`,
    ['mysql u@h.example:3306/d'],
  ],
  [
    `import knex from 'knex'; knex({ client: 'pg', connection: { host: 'h.example', database: 'd' } })`,
    ['postgresql h.example:5432/d'],
  ],
  [
    `const knex = require('knex')({ client: 'mysql2', connection: () => ({ host: 'h.example' }) })`,
    ['mysql h.example:3306'],
  ],
  [
    `import { drizzle } from 'drizzle-orm/node-postgres'; drizzle(${url})`,
    ['postgresql me@db.example.com:6432/app'],
  ],
  [
    `import { drizzle } from 'drizzle-orm/node-postgres'; import { Pool } from 'pg'; drizzle(new Pool({ host: 'h.example' }))`,
    ['postgresql h.example:5432'],
  ],
  [
    `import { PrismaClient } from '@prisma/client'; new PrismaClient({ datasources: { db: { url: ${url} } } })`,
    ['postgresql me@db.example.com:6432/app'],
  ],
  [
    `import { PrismaClient } from '@prisma/client'; import { PrismaPg } from '@prisma/adapter-pg'; new PrismaClient({ adapter: new PrismaPg({ connectionString: ${url} }) })`,
    ['postgresql me@db.example.com:6432/app'],
  ],
  [
    `const Database = require('better-sqlite3'); new Database('data/app.db'); new Database(':memory:')`,
    ['sqlite /ws/data/app.db', 'sqlite :memory:'],
  ],
  [
    `const pgp = require('pg-promise')(); const db = pgp(${url})`,
    ['postgresql me@db.example.com:6432/app'],
  ],
  [
    `import { parse } from 'pg-connection-string'; import { Pool } from 'pg'; new Pool(parse(${url}))`,
    ['postgresql me@db.example.com:6432/app'],
  ],
];

describe('the databases that Node programs connect to', () => {
  for (const [code, places, variables = {}] of calls)
    it(`are ${places.join(' and ')} in ${code} with ${JSON.stringify(variables)}`, async () => {
      const { targets } = await followMemory('main.ts', { 'main.ts': code }, variables);
      assert.deepEqual(
        targets.map(({ target }) => place(target)),
        places,
      );
    });

  it('have one row for each call', () => {
    const makers = javascriptClients.map(({ maker }) => maker);
    assert.equal(new Set(makers).size, makers.length);
  });

  it('are found through aliases, JSON and env files, with the setting that decides', async () => {
    const { targets, reads } = await followMemory('src/main.ts', {
      'src/main.ts':
        "import 'dotenv/config'; import { pool } from '@/db'; import '#more'; pool.query('');",
      'src/db/index.ts':
        "import { Pool } from 'pg'; import options from './options.json'; export const pool = new Pool({ ...options, connectionString: process.env.DATABASE_URL });",
      'src/db/options.json': '{\n  "max": 1\n}',
      'src/more.ts':
        "import { Client } from 'pg'; import o from '@/db/options.json'; new Client({ host: o.host ?? 'two.example' });",
      'tsconfig.base.json':
        '{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"], } } }',
      'tsconfig.json': '{ // aliases stand elsewhere\n "extends": "./tsconfig.base" }',
      'package.json': '{ "imports": { "#more": { "import": "./src/more.js" } } }',
      '.env': 'OTHER=1\nDATABASE_URL=postgres://me:secret@db.example.com/app',
    });
    assert.deepEqual(
      targets.map(({ target }) => place(target)),
      ['postgresql me@db.example.com:5432/app', 'postgresql two.example:5432'],
    );
    const [first] = targets;
    assert.deepEqual(first?.target.origin, {
      kind: 'file',
      name: 'DATABASE_URL',
      file: '/ws/.env',
      line: 2,
    });
    assert.equal(first.target.call?.file, '/ws/src/db/index.ts');
    assert.ok(reads.has('DATABASE_URL'));
    assert.ok(!JSON.stringify(targets).includes('secret'));
  });

  it('let dotenv-expand and override decide as they do', async () => {
    const files = {
      '.env': 'HOST=file.example\nURL=postgres://${HOST}/app',
      'expand.js':
        "require('dotenv-expand').expand(require('dotenv').config()); new (require('pg').Pool)({ connectionString: process.env.URL })",
      'override.js':
        "require('dotenv').config({ override: true }); new (require('pg').Pool)({ host: process.env.HOST })",
      'shell.js':
        "require('dotenv').config(); new (require('pg').Pool)({ host: process.env.HOST })",
    };
    const placeOf = async (entry: string): Promise<string | undefined> => {
      const { targets } = await followMemory(entry, files, { HOST: 'shell.example' });
      return targets[0] && place(targets[0].target);
    };
    assert.equal(await placeOf('expand.js'), 'postgresql shell.example:5432/app');
    assert.equal(await placeOf('override.js'), 'postgresql file.example:5432');
    assert.equal(await placeOf('shell.js'), 'postgresql shell.example:5432');
  });

  it('are found in the modules of NestJS', async () => {
    const { targets } = await followMemory('src/main.ts', {
      'src/main.ts':
        "import { NestFactory } from '@nestjs/core'; import { AppModule } from './app.module'; NestFactory.create(AppModule);",
      'src/app.module.ts': [
        "import { Module } from '@nestjs/common';",
        "import { ConfigModule, ConfigService } from '@nestjs/config';",
        "import { TypeOrmModule } from '@nestjs/typeorm';",
        "import { MongooseModule } from '@nestjs/mongoose';",
        '@Module({',
        '  imports: [',
        '    ConfigModule.forRoot(),',
        "    MongooseModule.forRoot('mongodb://m.example/app'),",
        '    TypeOrmModule.forRootAsync({',
        '      inject: [ConfigService],',
        "      useFactory: (config) => ({ type: 'postgres', host: config.get('DB_HOST'), database: config.get('DB_NAME', 'd') }),",
        '    }),',
        '  ],',
        '})',
        'export class AppModule {}',
      ].join('\n'),
      '.env': 'DB_HOST=db.example.com',
    });
    assert.deepEqual(
      targets.map(({ target }) => place(target)),
      ['mongodb m.example:27017/app', 'postgresql db.example.com:5432/d'],
    );
  });

  it('are those of the schema for a Prisma Client without a URL', async () => {
    const { targets } = await followMemory('src/main.ts', {
      'src/main.ts':
        "import { PrismaClient } from './generated/prisma/client'; export const prisma = globalThis.prisma ?? new PrismaClient();",
      'prisma/schema.prisma':
        'datasource db {\n provider = "postgresql"\n url = env("DATABASE_URL")\n directUrl = env("DIRECT_URL")\n}',
      'package.json': '{ "dependencies": { "@prisma/client": "6.0.0" } }',
      '.env': 'DATABASE_URL=postgres://pool.example/app\nDIRECT_URL=postgres://direct.example/app',
    });
    assert.deepEqual(
      targets.map(({ target }) => place(target)),
      ['postgresql pool.example:5432/app'],
    );
  });

  it('tell which variable was missing, and what would have led to development', async () => {
    const { targets, missing } = await followMemory('main.ts', {
      'main.ts': "import { config } from './config'; import { Pool } from 'pg'; new Pool(config);",
      'config.ts': [
        'const configs = {',
        "  production: { host: 'db-prod.example.com' },",
        "  development: { host: 'localhost' },",
        "  test: { host: 'localhost', database: 'app_test' },",
        '};',
        "export const config = configs[process.env.NODE_ENV ?? 'production'];",
      ].join('\n'),
    });
    assert.equal(targets[0]?.stage, 'production');
    assert.deepEqual(missing, [
      {
        name: 'NODE_ENV',
        expected: ['development', 'test'],
        because: 'falls back to production',
        origin: { kind: 'code', name: '', file: '/ws/config.ts', line: 6 },
      },
    ]);
  });
});
