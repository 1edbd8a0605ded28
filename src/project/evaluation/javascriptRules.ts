import { textOption } from './callOptions';
import type { ArgumentReader, ClientRules } from './clientCall';

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

/** The dialect that one of the arguments names, else what the connection string starts with. */
export function rulesOfOptions(args: ArgumentReader): ClientRules {
  const names = ['dialect', 'type', 'client', 'provider'];
  for (const index of [0, 1, 3]) {
    const rules = rulesOfDialect(textOption(args.at(index), ...names));
    if (rules) return rules;
  }
  return unknownSystem;
}

/** A connection string itself in the first place must be one. */
export function rulesOfMysql(args: ArgumentReader): ClientRules {
  return args.at(0)?.kind === 'scalar' ? { ...mysqlDriver, needsUrl: true } : mysqlDriver;
}
