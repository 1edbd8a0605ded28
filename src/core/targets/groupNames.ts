import type { DatabaseSystem } from './target';

/** First parts of variables that together describe a connection: `DB_HOST`, `ANALYTICS_POSTGRES_HOST`. */
export const families: Readonly<Record<string, DatabaseSystem | undefined>> = {
  DB: undefined,
  DATABASE: undefined,
  RDS: undefined,
  SQL: undefined,
  DATASOURCE: undefined,
  TYPEORM: undefined,
  POSTGRES: 'postgresql',
  POSTGRESQL: 'postgresql',
  PG: 'postgresql',
  PSQL: 'postgresql',
  MYSQL: 'mysql',
  MARIADB: 'mysql',
  MONGO: 'mongodb',
  MONGODB: 'mongodb',
  MSSQL: 'sqlserver',
  SQLSERVER: 'sqlserver',
  ORACLE: 'oracle',
  CLICKHOUSE: 'clickhouse',
  REDIS: 'redis',
};

export type GroupField = keyof typeof fieldNames;

/** Last parts of a group's variables, the more usual first. */
export const fieldNames = {
  host: ['HOST', 'HOSTNAME', 'HOST_NAME', 'SERVER', 'ENDPOINT', 'ADDRESS'],
  port: ['PORT'],
  database: ['NAME', 'DATABASE', 'DB', 'DB_NAME', 'DBNAME', 'DATABASE_NAME', 'INITDB_DATABASE'],
  user: ['USER', 'USERNAME', 'USER_NAME', 'LOGIN', 'INITDB_ROOT_USERNAME'],
  system: ['CONNECTION', 'ENGINE', 'ADAPTER', 'DIALECT', 'DRIVER', 'TYPE', 'CLIENT', 'VENDOR'],
  socket: ['SOCKET', 'UNIX_SOCKET'],
} as const;

/** Words in the value of a `system` field, longest client names included: `django.db.backends.postgresql`, `pgsql`. */
const systemWords: readonly (readonly [RegExp, DatabaseSystem])[] = [
  [/postg|pgsql|psycopg|^pg$|cockroach|redshift/i, 'postgresql'],
  [/mysql|maria/i, 'mysql'],
  [/mongo/i, 'mongodb'],
  [/sqlite/i, 'sqlite'],
  [/mssql|sqlsrv|sqlserver|sql[-_ ]server/i, 'sqlserver'],
  [/oracle/i, 'oracle'],
  [/clickhouse/i, 'clickhouse'],
  [/redis/i, 'redis'],
];

export const defaultPorts: Readonly<Partial<Record<DatabaseSystem, number>>> = {
  postgresql: 5432,
  mysql: 3306,
  mongodb: 27017,
  sqlserver: 1433,
  oracle: 1521,
  clickhouse: 8123,
  redis: 6379,
};

/** The system that a group's word names, or else the one that usually listens on its port. */
export function systemOfGroup(word: string | undefined, port: string | undefined): DatabaseSystem {
  const named = word && systemWords.find(([pattern]) => pattern.test(word))?.[1];
  if (named) return named;
  const usual = Object.entries(defaultPorts).find(([, number]) => String(number) === port);
  return (usual?.[0] as DatabaseSystem | undefined) ?? 'unknown';
}
