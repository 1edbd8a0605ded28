import { given, type Comparison } from './comparison';

interface NodeComparison extends Comparison {
  /** The folder of `packages` whose modules the program finds. */
  readonly packages: string;
  /** It changes its process for good, so that each environment needs one of its own. */
  readonly isAlone?: true;
}

type Row = Omit<NodeComparison, 'packages'>;

const of = (packages: string, rows: readonly Row[]): NodeComparison[] =>
  rows.map((row) => ({ ...row, packages }));

const dev = 'postgresql://app@dev.example.internal:5544/dev';
const query = 'postgresql://localhost/app?host=query.example.com';
const development = { NODE_ENV: 'development' };
const production = { NODE_ENV: 'production' };
const libpq = { PGHOST: 'pg.example.com', PGPORT: '6001', PGDATABASE: 'other' };
const otherStages = [{ NODE_ENV: '' }, { NODE_ENV: 'test' }];

const drivers: readonly Row[] = [
  {
    framework: 'pg',
    fixture: 'node-pg',
    command: 'node main.js',
    environments: given([
      {},
      { DATABASE_URL: dev },
      { DATABASE_URL: query },
      { DATABASE_URL: '' },
      { DATABASE_URL: 'undefined' },
      { DATABASE_URL: `"${dev}"` },
      { DATABASE_URL: 'postgresql:///app', PGHOST: 'pg.example.com', PGPORT: '6001' },
      { DATABASE_URL: 'postgresql://u:p@ss@at.example.com/app' },
      { DATABASE_URL: 'postgresql://u:p#ss@hash.example.com/app' },
      { DATABASE_URL: 'postgresql://app@%2Fcloudsql%2Fshop%3Aeu%3Alive/app' },
      { DATABASE_URL: 'postgresql://[2001:db8::1]:6002/app' },
      libpq,
      { PGHOST: '' },
      { PGHOST: '/run/shop' },
    ]),
  },
  {
    framework: 'pg',
    fixture: 'node-pg-parts',
    command: 'node main.js',
    environments: given([
      {},
      development,
      ...otherStages,
      { DB_HOST: 'env.example.com', DB_PORT: '6001' },
      { DB_NAME: 'mine', PGDATABASE: 'unused', PGPORT: '6001' },
      { DB_HOST: '', DB_PORT: '' },
    ]),
  },
  {
    framework: 'pg',
    fixture: 'node-pg-url-and-host',
    command: 'node main.js',
    environments: given([
      {},
      { DATABASE_URL: dev },
      { DATABASE_URL: 'postgresql:///games' },
      { DATABASE_URL: 'postgresql://only.example.com' },
      { DATABASE_URL: 'postgresql://app@only.example.com' },
      { DATABASE_URL: '', PGHOST: 'pg.example.com' },
      { ...development, DEV_URL: 'postgresql://localhost:5433/shop', DATABASE_URL: dev },
      { ...development, DATABASE_URL: dev },
    ]),
  },
  {
    framework: 'mongodb',
    fixture: 'node-mongodb',
    command: 'node main.js',
    environments: given([
      {},
      development,
      { MONGO_URL: 'mongodb://Upper.example.com/shop' },
      { MONGO_URL: 'mongodb+srv://shop.prod.example.net/shop' },
      { MONGO_URL: 'mongodb://u:p%40ss@enc.example.com:27030/shop?authSource=admin' },
      { MONGO_URL: 'mongodb://[2001:db8::1]:27031' },
      { MONGO_URL: 'mongodb://%2Ftmp%2Fmongodb-27017.sock' },
      { MONGO_URL: '' },
      { MONGO_URL: 'localhost:27017' },
    ]),
  },
  {
    framework: 'mongoose',
    fixture: 'node-mongoose',
    command: 'node index.js',
    environments: given([{}, development, ...otherStages, production, { MONGO_URL: 'unused' }]),
  },
  {
    framework: 'postgres.js',
    fixture: 'node-postgres-js',
    command: 'node url.js',
    environments: given([
      {},
      development,
      { DATABASE_URL: dev },
      { DATABASE_URL: query },
      { DATABASE_URL: 'postgres:///shop', PGHOST: 'pg.example.com', PGPORT: '6001' },
      { DATABASE_URL: 'postgres://one.example.com/shop', PGPORT: '6001' },
      { DATABASE_URL: 'postgres://a.example.com:6001,b.example.com:6002/shop' },
      { DATABASE_URL: 'shop' },
    ]),
  },
  {
    framework: 'postgres.js',
    fixture: 'node-postgres-js',
    command: 'node parts.js',
    environments: given([
      {},
      { DB_HOST: 'env.example.com', PGHOST: 'pg.example.com' },
      { PGHOST: 'pg.example.com', PGPORT: '6001' },
      { DB_PORT: '' },
      { DB_HOST: '/run/postgresql' },
    ]),
  },
  {
    framework: 'postgres.js',
    fixture: 'node-postgres-js',
    command: 'node moved.js',
    environments: given([
      { DATABASE_URL: dev },
      { DATABASE_URL: dev, DB_HOST: 'moved.example.com' },
      { DATABASE_URL: dev, DB_HOST: 'moved.example.com:6003' },
      { DB_HOST: 'moved.example.com' },
    ]),
  },
  {
    framework: 'mysql2',
    fixture: 'node-mysql2',
    command: 'node url.js',
    environments: given([
      {},
      development,
      { DATABASE_URL: 'mysql://app:p%23@env.example.com:3311/shop' },
      { DATABASE_URL: 'mysql://env.example.com' },
      { DATABASE_URL: '' },
    ]),
  },
  {
    framework: 'mysql2',
    fixture: 'node-mysql2',
    command: 'node parts.js',
    environments: given([
      {},
      { DB_HOST: 'env.example.com', DB_PORT: '3311' },
      { DB_HOST: '' },
      { DB_SOCKET: '/run/mysqld/mysqld.sock' },
    ]),
  },
  {
    framework: 'mysql2',
    fixture: 'node-mysql2',
    command: 'node both.js',
    environments: given([
      {},
      { DATABASE_URL: 'mysql://url.example.com/shop' },
      { DATABASE_URL: 'mysql://url.example.com/shop', DB_HOST: 'part.example.com' },
      { DATABASE_URL: 'mysql://url.example.com:3311/shop' },
    ]),
  },
  {
    framework: 'ioredis',
    fixture: 'node-ioredis',
    command: 'node url.js',
    environments: given([
      {},
      development,
      { REDIS_URL: 'rediss://:secret@env.example.com:6391' },
      { REDIS_URL: 'env.example.com' },
      { REDIS_URL: 'env.example.com:6391' },
      { REDIS_URL: '6391' },
      { REDIS_URL: '/run/redis.sock' },
    ]),
  },
  {
    framework: 'ioredis',
    fixture: 'node-ioredis',
    command: 'node place.js',
    environments: given([{}, { REDIS_HOST: 'env.example.com' }, { REDIS_PORT: '6391' }]),
  },
  {
    framework: 'ioredis',
    fixture: 'node-ioredis',
    command: 'node options.js',
    environments: given([{}, { REDIS_HOST: 'env.example.com' }, { REDIS_PORT: '6391' }]),
  },
];

const tools: readonly Row[] = [
  {
    framework: 'knex',
    fixture: 'knex',
    command: 'npx knex migrate:rollback',
    environments: given([
      {},
      { ...production, DATABASE_URL: dev },
      { ...production, DATABASE_URL: query },
      { ...production, DATABASE_URL: 'postgresql:///app', ...libpq },
      production,
      ...otherStages,
    ]),
  },
  {
    framework: 'knex',
    fixture: 'knex-folder',
    command: 'npx knex migrate:latest --knexfile db/knexfile.js',
    environments: given([
      {},
      { DB_HOST: 'env.example.com', DB_PORT: '6001' },
      production,
      { NODE_ENV: 'test', ...libpq },
      { NODE_ENV: 'test' },
    ]),
  },
  {
    framework: 'knex',
    fixture: 'knex-folder',
    command: 'npx knex migrate:latest --knexfile db/knexfile.js --env production',
    environments: given([{}, development]),
  },
  {
    framework: 'knex',
    fixture: 'knex-top-level',
    command: 'npx knex migrate:rollback --all',
    environments: given([
      {},
      development,
      production,
      { DATABASE_URL: dev },
      { DATABASE_URL: '', NODE_ENV: 'test' },
    ]),
  },
  {
    framework: 'sequelize-cli',
    fixture: 'sequelize-cli',
    command: 'npx sequelize-cli db:migrate',
    environments: given([{}, { ...production, PROD_URL: dev }, production, ...otherStages]),
  },
  {
    framework: 'sequelize-cli',
    fixture: 'sequelize-cli-rc',
    command: 'npx sequelize-cli db:migrate:undo:all',
    environments: given([
      {},
      { DB_HOST: 'env.example.com', DB_NAME: '' },
      { NODE_ENV: 'staging', STAGING_URL: query },
      { NODE_ENV: 'staging', PROD_URL: dev },
      { ...production, PROD_URL: 'postgres:///shop', ...libpq },
      { NODE_ENV: 'test', ...libpq },
      { ...production, PROD_URL: 'postgres://one.example.com' },
      { ...production, PROD_URL: 'postgres://u:p%40ss@enc.example.com/shop' },
    ]),
  },
  {
    framework: 'sequelize-cli',
    fixture: 'sequelize-cli-rc',
    command: `npx sequelize-cli db:migrate --url ${query}`,
    environments: given([{ PGHOST: 'pg.example.com' }]),
  },
  {
    framework: 'sequelize-cli',
    fixture: 'sequelize-cli-rc',
    command: 'npx sequelize-cli db:migrate --env staging',
    environments: given([
      { ...production, STAGING_URL: 'postgres://staging.example.com/shop', PROD_URL: dev },
    ]),
  },
  {
    framework: 'sequelize',
    fixture: 'node-sequelize',
    command: 'node main.js',
    environments: given([
      { DATABASE_URL: 'postgres://shop-prod.example.com/shop' },
      {},
      development,
      { NODE_ENV: 'staging', DATABASE_URL: dev },
      { ...production, DATABASE_URL: query },
      { DATABASE_URL: 'postgres:///shop', ...libpq },
      { DATABASE_URL: 'postgres://app@one.example.com', ...libpq },
      { NODE_ENV: 'test' },
    ]),
  },
  {
    framework: 'TypeORM',
    fixture: 'typeorm-sections',
    command: 'npx typeorm schema:drop -d src/data-source.js',
    environments: given([
      {},
      development,
      { DATABASE_URL: dev },
      { DATABASE_URL: 'postgresql:///other' },
      { DATABASE_URL: 'postgresql://only.example.com' },
      { ...development, ...libpq },
      { DATABASE_URL: query },
      { DB_PORT: '6001' },
      { NODE_ENV: '' },
      { NODE_ENV: '', ...libpq },
    ]),
  },
  {
    framework: 'drizzle-kit',
    isAlone: true,
    fixture: 'drizzle-kit',
    command: 'npx drizzle-kit push',
    environments: given([{}, { DATABASE_URL: dev }, { DATABASE_URL: query }]),
  },
  {
    framework: 'drizzle-kit',
    isAlone: true,
    fixture: 'drizzle-kit-stages',
    command: 'npx drizzle-kit push',
    environments: given([
      {},
      { APP_ENV: 'local' },
      { DB_HOST: 'env.example.com', DB_PORT: '6001' },
      { APP_ENV: 'production', DB_NAME: 'other' },
    ]),
  },
];

const prisma6: readonly Row[] = [
  {
    framework: 'Prisma 6',
    fixture: 'prisma-6',
    command: 'npx prisma migrate reset --force',
    environments: given([{}, { DATABASE_URL: dev }]),
  },
  {
    framework: 'Prisma 6',
    fixture: 'prisma-6-direct',
    command: 'npx prisma db push',
    environments: given([{}, { DATABASE_URL: dev }, { STAGE_HOST: 'env.example.com' }]),
  },
  {
    framework: 'Prisma 6',
    fixture: 'prisma-6-config',
    command: 'npx prisma migrate deploy',
    environments: given([{}, { APP_ENV: 'local' }, { APP_ENV: 'local', DATABASE_URL: dev }]),
  },
];

const prisma7: readonly Row[] = [
  {
    framework: 'Prisma 7',
    fixture: 'prisma-7',
    command: 'npx prisma migrate reset --force',
    environments: given([
      {},
      development,
      { DATABASE_URL: dev },
      { SHOP_URL: dev },
      { SHOP_URL: '' },
    ]),
  },
  {
    framework: 'Prisma 7',
    fixture: 'prisma-7',
    command: 'npx prisma db push --url postgresql://words.example.com/shop',
    environments: given([development]),
  },
];

/** A row for each program, and in it the environments. */
export const nodeComparisons: readonly NodeComparison[] = [
  ...of('node', [...drivers, ...tools]),
  ...of('prisma-6', prisma6),
  ...of('prisma-7', prisma7),
];
