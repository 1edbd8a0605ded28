import type { Value } from '../../syntax/evaluation/value';
import { engineMaker } from '../frameworks/python/flaskExtensions';
import type { ArgumentReader, CallParts, ClientCall, ClientRules } from './clientCall';

/** psycopg and friends: a conninfo string first, and keywords that beat it. */
function libpqArguments(args: ArgumentReader): CallParts {
  return {
    url: args.at(0, 'dsn', 'conninfo'),
    host: args.named('host'),
    port: args.named('port'),
    database: args.named('dbname', 'database'),
    user: args.named('user'),
    hostaddr: args.named('hostaddr'),
    service: args.named('service'),
  };
}

/** peewee: the database first, the rest by name. */
function peeweeArguments(args: ArgumentReader): CallParts | undefined {
  const database = args.at(0, 'database');
  // A database without a name connects only after it is given one by `init`.
  if (database?.kind === 'scalar' && database.value === null) return undefined;
  const isUrl = isText(database, /^\w+:\/\//);
  return {
    ...(isUrl ? { url: database } : { database }),
    host: args.named('host'),
    port: args.named('port'),
    user: args.named('user'),
  };
}

function mysqlArguments(args: ArgumentReader): CallParts {
  return {
    host: args.at(0, 'host'),
    user: args.at(1, 'user'),
    database: args.at(3, 'database', 'db'),
    port: args.named('port'),
  };
}

/** pymongo: the host may be a whole connection string. */
function mongoArguments(args: ArgumentReader): CallParts {
  const host = args.at(0, 'host');
  return isText(host, /^mongodb/) || host?.kind !== 'scalar'
    ? { url: host, port: args.at(1, 'port') }
    : { host, port: args.at(1, 'port') };
}

/** mongoengine 0.29: `connect(db, alias, host=…)`. */
function mongoengineArguments(args: ArgumentReader): CallParts {
  return mongoengineParts(args, args.at(0, 'db', 'name'));
}

/** `register_connection(alias, db, name, host, port)`. */
function registrationArguments(args: ArgumentReader): CallParts {
  return mongoengineParts(args, args.at(1, 'db') ?? args.at(2, 'name'));
}

function mongoengineParts(args: ArgumentReader, database: Value | undefined): CallParts {
  const host = args.named('host');
  return isText(host, /^mongodb/)
    ? { url: host, database, port: args.named('port') }
    : { host, database, port: args.named('port'), user: args.named('username') };
}

/** The database of a connection string wins over `db`, but for a string that names none. */
function mongoengineRules(args: ArgumentReader): ClientRules {
  const isBare = isText(args.named('host'), /^mongodb(\+srv)?:\/\/[^/]*\/?(\?|$)/);
  return isBare ? { ...mongoengine, beatsUrl: ['database'] } : mongoengine;
}

function urlArgument(args: ArgumentReader): CallParts {
  return { url: args.at(0, 'url', 'dsn', 'db_url') };
}

function redisArguments(args: ArgumentReader): CallParts {
  return { host: args.at(0, 'host'), port: args.at(1, 'port'), database: args.at(2, 'db') };
}

function isText(value: Value | undefined, pattern: RegExp): boolean {
  return value?.kind === 'scalar' && typeof value.value === 'string' && pattern.test(value.value);
}

const postgres = { system: 'postgresql', port: 5432, grammar: 'libpq' } as const;
const libpq = { ...postgres, isLibpq: true } as const;
const mysql = { system: 'mysql', port: 3306, grammar: 'mysql' } as const;
const mongo = {
  system: 'mongodb',
  port: 27017,
  grammar: 'mongodb',
  hostHasPort: true,
} as const;
const mongoengine = { ...mongo, grammar: 'mongoengine' } as const;

/** The calls by which Python programs name a database, one row each. */
export const pythonClients: readonly ClientCall[] = [
  ...[
    'peewee.PostgresqlDatabase',
    'playhouse.pool.PooledPostgresqlDatabase',
    'playhouse.postgres_ext.PostgresqlExtDatabase',
    'playhouse.pool.PooledPostgresqlExtDatabase',
  ].map((maker) => ({ ...libpq, maker, read: peeweeArguments })),
  ...['peewee.MySQLDatabase', 'playhouse.pool.PooledMySQLDatabase'].map((maker) => ({
    ...mysql,
    maker,
    read: peeweeArguments,
  })),
  ...[
    'peewee.SqliteDatabase',
    'playhouse.pool.PooledSqliteDatabase',
    'playhouse.sqlite_ext.SqliteExtDatabase',
  ].map((maker) => ({ system: 'sqlite' as const, maker, read: peeweeArguments })),
  ...['sqlite3.connect', 'aiosqlite.connect'].map((maker) => ({
    system: 'sqlite' as const,
    maker,
    read: (args: ArgumentReader) => ({ database: args.at(0, 'database') }),
  })),
  {
    system: 'unknown',
    maker: 'django.db.connection',
    read: (args) => ({ url: args.at(0), host: args.named('host') }),
  },
  { system: 'unknown', grammar: 'peewee', maker: 'playhouse.db_url.connect', read: urlArgument },
  ...[
    'psycopg2.connect',
    'psycopg.connect',
    'psycopg.AsyncConnection.connect',
    'psycopg.Connection.connect',
    'psycopg_pool.ConnectionPool',
  ].map((maker) => ({ ...libpq, maker, read: libpqArguments })),
  ...['asyncpg.connect', 'asyncpg.create_pool'].map((maker) => ({
    ...postgres,
    maker,
    read: libpqArguments,
  })),
  ...[
    'sqlalchemy.create_engine',
    'sqlalchemy.engine.create_engine',
    'sqlalchemy.ext.asyncio.create_async_engine',
    'sqlmodel.create_engine',
    engineMaker,
  ].map((maker) => ({
    system: 'unknown' as const,
    grammar: 'sqlalchemy',
    maker,
    read: urlArgument,
  })),
  ...['pymysql.connect', 'MySQLdb.connect', 'mysql.connector.connect', 'aiomysql.create_pool'].map(
    (maker) => ({ ...mysql, maker, read: mysqlArguments }),
  ),
  ...[
    'pymongo.MongoClient',
    'pymongo.AsyncMongoClient',
    'motor.motor_asyncio.AsyncIOMotorClient',
  ].map((maker) => ({ ...mongo, maker, read: mongoArguments })),
  ...['mongoengine.connect', 'mongoengine.register_connection'].map((maker) => ({
    ...mongoengine,
    maker,
    read: maker.endsWith('connect') ? mongoengineArguments : registrationArguments,
    rulesFor: mongoengineRules,
  })),
  { system: 'unknown', grammar: 'generic-url', maker: 'tortoise.connection', read: urlArgument },
  ...['redis.Redis', 'redis.StrictRedis', 'redis.asyncio.Redis'].map((maker) => ({
    system: 'redis' as const,
    port: 6379,
    maker,
    read: redisArguments,
  })),
  ...[
    'redis.from_url',
    'redis.Redis.from_url',
    'redis.asyncio.from_url',
    'redis.asyncio.Redis.from_url',
  ].map((maker) => ({ system: 'redis' as const, grammar: 'redis', maker, read: urlArgument })),
];
