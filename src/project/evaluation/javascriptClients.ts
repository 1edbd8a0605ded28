import { factoryOptions, optionOf, textOption } from './callOptions';
import type { ArgumentReader, ClientCall, ClientRules } from './clientCall';
import {
  mongoDatabase,
  mongooseArguments,
  postgresJsArguments,
  redisArguments,
  redisCluster,
} from './javascriptArguments';
import {
  mongo,
  mysql,
  postgres,
  postgresJs,
  redis,
  rulesOfDialect,
  rulesOfMysql,
  rulesOfOptions,
  sqlite,
} from './javascriptRules';
import { fileArgument, partsOf, partsOfOptions, urlOrOptions } from './optionParts';
import {
  drizzleArguments,
  knexArguments,
  prismaArguments,
  rulesOfSequelize,
  sequelizeArguments,
  typeormArguments,
} from './ormArguments';

type Reader = ClientCall['read'];

const rows = (rules: ClientRules, read: Reader, makers: readonly string[]): ClientCall[] =>
  makers.map((maker) => ({ ...rules, maker, read }));

/** Libraries of many databases; those of PostgreSQL stand on `pg`. */
const many = { system: 'unknown', grammar: 'node-postgres', host: 'localhost' } as const;

const rulesOfFactory = (args: ArgumentReader): ClientRules | undefined =>
  rulesOfDialect(textOption(factoryOptions(args), 'type', 'dialect'));

/** The calls by which Node programs name a database, one row or family of rows each. */
export const javascriptClients: readonly ClientCall[] = [
  ...rows(postgres, urlOrOptions, [
    ...['pg.Pool', 'pg.Client', 'pg.native.Pool', 'pg.native.Client', 'pg-pool', 'pg-promise()'],
    ...['@neondatabase/serverless.Pool', '@neondatabase/serverless.Client'],
    ...[
      '@neondatabase/serverless.neon',
      '@vercel/postgres.createPool',
      '@prisma/adapter-pg.PrismaPg',
    ],
    ...['@vercel/postgres.createClient', '@prisma/adapter-neon.PrismaNeon'],
  ]),
  ...rows(postgresJs, postgresJsArguments, ['postgres']),
  ...rows(mongo, urlOrOptions, ['mongodb.MongoClient', 'mongodb.MongoClient.connect']),
  ...rows({ ...mongo, beatsUrl: ['database'] }, mongoDatabase, [
    'mongodb.MongoClient().db',
    'mongodb.MongoClient.connect().db',
    'mongodb.MongoClient().connect().db',
  ]),
  ...rows({ ...mongo, beatsUrl: ['database'] }, mongooseArguments, [
    ...['mongoose.connect', 'mongoose.createConnection', 'mongoose.createConnection().openUri'],
    ...['@nestjs/mongoose.MongooseModule.forRoot'],
  ]),
  {
    ...mongo,
    beatsUrl: ['database'],
    maker: '@nestjs/mongoose.MongooseModule.forRootAsync',
    read: (args) => {
      const options = factoryOptions(args);
      return { url: optionOf(options, 'uri'), database: optionOf(options, 'dbName') };
    },
  },
  ...[
    ...['mysql2', 'mysql2/promise', 'mysql', 'promise-mysql', 'mariadb'].flatMap((name) => [
      `${name}.createConnection`,
      `${name}.createPool`,
    ]),
    '@prisma/adapter-mariadb.PrismaMariaDb',
    '@planetscale/database.connect',
  ].map((maker) => ({ ...mysql, maker, rulesFor: rulesOfMysql, read: urlOrOptions })),
  ...rows({ ...redis, grammar: 'ioredis' }, redisArguments, ['ioredis', 'ioredis.Redis']),
  ...rows({ ...redis, grammar: 'ioredis' }, redisCluster, [
    ...['ioredis.Cluster', 'ioredis.Redis.Cluster'],
  ]),
  ...rows(redis, redisArguments, ['redis.createClient', '@redis/client.createClient']),
  ...['sequelize', 'sequelize.Sequelize', 'sequelize-typescript.Sequelize'].map((maker) => ({
    ...many,
    maker,
    rulesFor: rulesOfSequelize,
    read: sequelizeArguments,
  })),
  ...[
    'typeorm.DataSource',
    'typeorm.createConnection',
    '@nestjs/typeorm.TypeOrmModule.forRoot',
    '@nestjs/sequelize.SequelizeModule.forRoot',
  ].map((maker) => ({ ...many, maker, rulesFor: rulesOfOptions, read: typeormArguments })),
  ...[
    '@nestjs/typeorm.TypeOrmModule.forRootAsync',
    '@nestjs/sequelize.SequelizeModule.forRootAsync',
  ].map((maker): ClientCall => ({
    ...many,
    maker,
    rulesFor: rulesOfFactory,
    read: (args) => partsOf(factoryOptions(args)),
  })),
  ...['knex', 'knex.knex'].map((maker) => ({
    ...many,
    maker,
    rulesFor: rulesOfOptions,
    read: knexArguments,
  })),
  ...rows(postgres, drizzleArguments, [
    'drizzle-orm/node-postgres.drizzle',
    ...['drizzle-orm/neon-http.drizzle', 'drizzle-orm/neon-serverless.drizzle'],
  ]),
  ...rows(postgresJs, drizzleArguments, ['drizzle-orm/postgres-js.drizzle']),
  ...rows(mysql, drizzleArguments, ['drizzle-orm/mysql2.drizzle']),
  ...rows(sqlite, drizzleArguments, [
    ...['drizzle-orm/libsql.drizzle', 'drizzle-orm/better-sqlite3.drizzle'],
  ]),
  ...rows({ ...many, grammar: 'prisma' }, prismaArguments, ['@prisma/client.PrismaClient']),
  ...rows(sqlite, fileArgument, ['better-sqlite3', 'sqlite3.Database', 'sqlite.DatabaseSync']),
  ...rows(sqlite, (args) => ({ url: optionOf(args.at(0), 'url') }), [
    ...['@libsql/client.createClient', '@prisma/adapter-better-sqlite3.PrismaBetterSqlite3'],
    ...['@prisma/adapter-libsql.PrismaLibSQL'],
  ]),
  {
    ...many,
    maker: '@mikro-orm/core.MikroORM.init',
    read: (args) => ({
      ...partsOfOptions(args.at(0)),
      url: optionOf(args.at(0), 'clientUrl'),
      database: optionOf(args.at(0), 'dbName'),
    }),
  },
];
