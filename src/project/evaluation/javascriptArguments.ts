import { unknown, type Value } from '../../syntax/evaluation/value';
import { isEmpty, isText, optionOf, settled, textOption } from './callOptions';
import type { ArgumentReader, CallParts, ClientRules } from './clientCall';

const onPostgres = { system: 'postgresql', port: 5432, host: 'localhost' } as const;
/** `pg`, and what stands on it: a connection string replaces every other part, also by what it leaves out. */
export const postgres = {
  ...onPostgres,
  grammar: 'node-postgres',
  isUrlAlone: true,
} as const satisfies ClientRules;
/** postgres.js 3.4: the options win over the connection string. */
export const postgresJs = {
  ...onPostgres,
  grammar: 'postgres-js',
  beatsUrl: ['host', 'port', 'database'],
  hostHasPort: true,
} as const satisfies ClientRules;
export const mysql = {
  system: 'mysql',
  port: 3306,
  grammar: 'mysql',
  host: 'localhost',
} as const satisfies ClientRules;
/** `mysql2`: the other options win over its `uri`. */
const mysqlDriver = {
  ...mysql,
  beatsUrl: ['host', 'port', 'database'],
} as const satisfies ClientRules;
export const mongo = {
  system: 'mongodb',
  port: 27017,
  grammar: 'mongodb',
  needsUrl: true,
} as const satisfies ClientRules;
export const redis = {
  system: 'redis',
  port: 6379,
  grammar: 'redis',
  host: 'localhost',
} as const satisfies ClientRules;
export const sqlite = { system: 'sqlite', grammar: 'sqlite' } as const satisfies ClientRules;
const sqlServer = {
  system: 'sqlserver',
  port: 1433,
  grammar: 'sql-server',
  host: 'localhost',
} as const satisfies ClientRules;

const unknownSystem = { system: 'unknown' } as const satisfies ClientRules;

/** The names that libraries of many databases have for them. */
const dialects: Readonly<Record<string, ClientRules>> = {
  postgres,
  postgresql: postgres,
  pg: postgres,
  pgnative: postgres,
  'pg-native': postgres,
  cockroachdb: { ...postgres, port: 26257 },
  'aurora-postgres': postgres,
  redshift: { ...postgres, port: 5439 },
  mysql,
  mysql2: mysql,
  mariadb: mysql,
  'aurora-mysql': mysql,
  mongodb: mongo,
  sqlite,
  sqlite3: sqlite,
  'better-sqlite3': sqlite,
  mssql: sqlServer,
};

export function rulesOfDialect(name: string): ClientRules | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(dialects, key) ? dialects[key] : undefined;
}

/** Options as most clients take them: a connection string, or its parts. */
export function partsOfOptions(options: Value | undefined): CallParts {
  const url = optionOf(options, 'connectionString', 'url', 'uri');
  const parts = {
    host: optionOf(options, 'socketPath', 'host', 'hostname', 'server'),
    port: optionOf(options, 'port'),
    database: optionOf(options, 'database', 'db', 'dbname', 'filename', 'storage'),
    user: optionOf(options, 'user', 'username'),
  };
  // Beside a whole connection string, what is not known of the other parts changes nothing.
  const isKnown = ([, part]: readonly [string, Value | undefined]): boolean =>
    part?.kind !== 'unknown';
  return isText(url)
    ? { url, ...Object.fromEntries(Object.entries(parts).filter(isKnown)) }
    : { url, ...parts };
}

/** A connection string or an object with its parts, in the first place. */
export function urlOrOptions(args: ArgumentReader): CallParts {
  return partsOf(args.at(0));
}

export function partsOf(value: Value | undefined): CallParts {
  if (!value) return {};
  const given = settled(value);
  return given.kind === 'map' || given.kind === 'object' || given.kind === 'made'
    ? partsOfOptions(given)
    : { url: given };
}

/** A connection string itself in the first place must be one. */
export function rulesOfMysql(args: ArgumentReader): ClientRules {
  return args.at(0)?.kind === 'scalar' ? { ...mysqlDriver, needsUrl: true } : mysqlDriver;
}

/** postgres.js: `postgres(url, options)` or `postgres(options)`. */
export function postgresJsArguments(args: ArgumentReader): CallParts {
  const first = args.at(0);
  if (first?.kind === 'map' || !first) return partsOfOptions(first);
  return { ...partsOfOptions(args.at(1)), url: first };
}

/** mongoose and NestJS: a connection string, and `dbName` that wins over its path. */
export function mongooseArguments(args: ArgumentReader): CallParts | undefined {
  const first = args.at(0);
  return first && { url: first, database: optionOf(args.at(1), 'dbName') };
}

/** `client.db('name')`: the server is that of the client. */
export function mongoDatabase(args: ArgumentReader): CallParts | undefined {
  const url = args.self?.args.positional[0];
  return url && { url, database: args.at(0) };
}

/** ioredis: `(port, host)`, `(url)`, `(options)`; node-redis: `({ url, socket, database })`. */
export function redisArguments(args: ArgumentReader): CallParts {
  const first = args.at(0);
  const isPort = first?.kind === 'scalar' && typeof first.value === 'number';
  if (isPort) return { port: first, host: args.at(1) };
  if (first?.kind !== 'map') return first ? { url: first } : {};
  const socket = optionOf(first, 'socket');
  return {
    ...partsOfOptions(first),
    ...(socket?.kind === 'map'
      ? { host: optionOf(socket, 'host', 'path'), port: optionOf(socket, 'port') }
      : {}),
    database: optionOf(first, 'db', 'database'),
  };
}

/** Sequelize: `(url, options)`, `(database, user, password, options)`, `(options)`, whose `url` is not read. */
export function sequelizeArguments(args: ArgumentReader): CallParts {
  const first = args.at(0);
  if (!first || first.kind === 'map') return withoutUrl(partsOfOptions(first));
  const second = args.at(1);
  if (!second || second.kind === 'map') return { url: first };
  return { ...withoutUrl(partsOfOptions(args.at(3))), database: first, user: second };
}

function withoutUrl({ url: _, ...parts }: CallParts): CallParts {
  return parts;
}

/** Sequelize takes this machine where no host is given, whatever PostgreSQL's variables say. */
export function rulesOfSequelize(args: ArgumentReader): ClientRules {
  return asSequelize(rulesOfOptions(args), 'sequelize');
}

export function asSequelize(rules: ClientRules, grammar: string): ClientRules {
  return rules.system === 'postgresql'
    ? { ...rules, grammar, namesHostItself: true, needsUrl: true }
    : { ...rules, needsUrl: true };
}

/** The dialect that one of the arguments names, else what the connection string starts with. */
export function rulesOfOptions(args: ArgumentReader): ClientRules {
  const names = ['dialect', 'type', 'client', 'provider'];
  for (const index of [0, 1, 3]) {
    const rules = rulesOfDialect(textOption(args.at(index), ...names));
    if (rules) return rules;
  }
  return unknownSystem;
}

/** knex: `{ client, connection }`, where the connection is a text, an object, or a function that gives either. */
export function knexParts(config: Value | undefined): CallParts {
  if (isText(config)) return { url: config };
  const connection = optionOf(config, 'connection');
  return connection && !isEmpty(connection)
    ? partsOf(connection)
    : { url: unknown('no connection is given, so Knex stops here', connection?.trail) };
}

/** Without a connection, knex only builds statements. */
export function knexArguments(args: ArgumentReader): CallParts | undefined {
  const config = args.at(0);
  return isText(config) || optionOf(config, 'connection') ? knexParts(config) : undefined;
}

/** drizzle: `(url)`, `({ connection })`; a client that is handed over has told its own place. */
export function drizzleArguments(args: ArgumentReader): CallParts | undefined {
  const first = args.at(0);
  if (isText(first) || first?.kind === 'unknown') return { url: first };
  const connection = optionOf(first, 'connection');
  return first?.kind === 'map' && connection ? partsOf(connection) : undefined;
}

/** Prisma Client 4 to 6: `datasourceUrl`, or `datasources` by name; else what the schema says. */
export function prismaArguments(args: ArgumentReader): CallParts | undefined {
  const options = args.at(0);
  const direct = optionOf(options, 'datasourceUrl');
  if (direct) return { url: direct };
  const sources = optionOf(options, 'datasources');
  const [source] = sources?.kind === 'map' ? [...sources.entries.values()] : [];
  const url = optionOf(source, 'url');
  return url && { url };
}

/** The file in the first place. */
export function fileArgument(args: ArgumentReader): CallParts {
  return { database: args.at(0) };
}
