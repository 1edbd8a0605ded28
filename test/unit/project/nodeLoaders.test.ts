import { describe } from 'mocha';
import { cwd, itReads, own, type ReadCase } from './load';

const cases: readonly ReadCase[] = [
  [
    'the file that DOTENV_PATH names with dotenv 18',
    'dotenv',
    {
      files: own('.env', 'b.env'),
      variables: { DOTENV_PATH: 'b.env' },
      options: { version: '18.0.10' },
    },
    'b.env',
  ],
  [
    'DOTENV_PATH in the home folder',
    'dotenv',
    { files: own('.env', '/home/me/b.env'), variables: { DOTENV_PATH: '~/b.env' } },
    '/home/me/b.env',
  ],
  [
    'the legacy name of DOTENV_PATH',
    'dotenv',
    { files: own('.env', 'b.env'), variables: { DOTENV_CONFIG_PATH: 'b.env' } },
    'b.env',
  ],
  [
    '.env with an empty DOTENV_PATH',
    'dotenv',
    { files: own('.env', 'b.env'), variables: { DOTENV_PATH: '', DOTENV_CONFIG_PATH: 'b.env' } },
    '.env',
  ],
  [
    '.env whatever DOTENV_PATH says with dotenv 17',
    'dotenv',
    {
      files: own('.env', 'b.env'),
      variables: { DOTENV_PATH: 'b.env' },
      options: { version: '^17.4.2' },
    },
    '.env',
  ],
  [
    'the path in code before DOTENV_PATH',
    'dotenv',
    {
      files: own('a.env', 'b.env'),
      variables: { DOTENV_PATH: 'b.env' },
      options: { paths: ['a.env'] },
    },
    'a.env',
  ],
  [
    'the file before the shell with DOTENV_OVERRIDE',
    'dotenv',
    { files: own('.env'), variables: { DB: 'shell', DOTENV_OVERRIDE: 'true' } },
    '.env',
  ],
  [
    'the shell with DOTENV_OVERRIDE=off',
    'dotenv',
    { files: own('.env'), variables: { DB: 'shell', DOTENV_OVERRIDE: 'OFF' } },
    'shell',
  ],
  [
    'the last of several files with override',
    'dotenv',
    {
      files: own('a.env', 'b.env'),
      variables: { DB: 'shell' },
      options: { paths: ['a.env', 'b.env'], override: true },
    },
    'b.env',
  ],
  [
    'the first of several files with override in NestJS',
    'nest',
    {
      files: own('a.env', 'b.env'),
      variables: { DB: 'shell' },
      options: { paths: ['a.env', 'b.env'], override: true },
    },
    'a.env',
  ],
  [
    'an empty variable as set with dotenv-expand 11',
    'dotenv-expand',
    { files: own('.env'), variables: { DB: '' }, options: { version: '11.0.7' } },
    '',
  ],
  [
    'an empty variable as not set with dotenv-expand 12',
    'dotenv-expand',
    { files: own('.env'), variables: { DB: '' }, options: { version: '12.0.1' } },
    '.env',
  ],
  [
    'an empty variable that no file sets',
    'dotenv-expand',
    { files: {}, variables: { DB: '' } },
    '',
  ],
  [
    'a name of another file with dotenv-expand',
    'dotenv-expand',
    {
      files: { 'a.env': 'DB=${HOST}', 'b.env': 'HOST=b.example' },
      options: { paths: ['a.env', 'b.env'] },
    },
    'b.example',
  ],
  [
    '.env.defaults last in dotenv-flow',
    'dotenv-flow',
    { files: own('.env.defaults') },
    '.env.defaults',
  ],
  [
    'no .env.local in a test of dotenv-flow',
    'dotenv-flow',
    { files: own('.env', '.env.local'), variables: { NODE_ENV: 'test' } },
    '.env',
  ],
  [
    'development in Next.js where no command is known',
    'next',
    { files: own('.env.development', '.env.production') },
    '.env.development',
  ],
  [
    'production in Next.js where the shell says so',
    'next',
    { files: own('.env.development', '.env.production'), variables: { NODE_ENV: 'production' } },
    '.env.production',
  ],
  [
    'test in Next.js whatever the command',
    'next',
    {
      files: own('.env.development', '.env.test'),
      variables: { NODE_ENV: 'test' },
      options: { mode: 'development' },
    },
    '.env.test',
  ],
  [
    '.env.local before the mode in Bun',
    'bun',
    { files: own('.env', '.env.local', '.env.production'), variables: { NODE_ENV: 'production' } },
    '.env.local',
  ],
  [
    'development in Bun whatever else NODE_ENV is',
    'bun',
    { files: own('.env.development', '.env.staging'), variables: { NODE_ENV: 'staging' } },
    '.env.development',
  ],
  [
    'the last --env-file of Bun',
    'bun',
    { files: own('.env', 'a.env', 'b.env'), options: { paths: ['a.env', 'b.env'] } },
    'b.env',
  ],
  [
    'the mode before .env.local in Vite',
    'vite',
    { files: own('.env.local', '.env.staging'), options: { mode: 'staging' } },
    '.env.staging',
  ],
  [
    'the root of Vite',
    'vite',
    { files: own('web/.env', '.env'), options: { folder: `${cwd}/web` } },
    'web/.env',
  ],
  [
    'the .env of Prisma beside package.json',
    'prisma',
    { files: own('.env', 'prisma/.env', '.env.local'), options: { version: '6.19.3' } },
    '.env',
  ],
  [
    'nothing in Prisma 7',
    'prisma',
    { files: own('.env', 'prisma/.env'), options: { version: '7.9.0' } },
    undefined,
  ],
  ['.env in drizzle-kit', 'drizzle-kit', { files: own('.env', '.env.local') }, '.env'],
  [
    'the last --env-file of Node.js',
    'node-env-file',
    { files: own('a.env', 'b.env'), options: { paths: ['a.env', 'b.env'] } },
    'b.env',
  ],
];

describe('loaders of Node.js projects', () => itReads(cases));
