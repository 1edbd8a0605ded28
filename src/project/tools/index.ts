import { inertPrograms } from '../../core/operations/inertPrograms';
import type { ClientContext, Parsed } from '../../core/targets/grammar';
import { clickhouseClientTarget } from '../../core/targets/tools/clickhouseClient';
import { cockroachTarget } from '../../core/targets/tools/cockroach';
import { hostedTarget, platforms, supabaseTarget } from '../../core/targets/tools/hostedDatabases';
import { libpqPrograms } from '../../core/targets/tools/libpqPrograms';
import { postgresToolTarget } from '../../core/targets/tools/libpqTools';
import { mongoToolTarget } from '../../core/targets/tools/mongoTools';
import { mongoshTarget } from '../../core/targets/tools/mongosh';
import { mysqlToolTarget } from '../../core/targets/tools/mysqlTools';
import { pgcliTarget } from '../../core/targets/tools/pgcli';
import { redisCliTarget } from '../../core/targets/tools/redisCli';
import { sqlcmdTarget } from '../../core/targets/tools/sqlcmd';
import { sqliteCliTarget } from '../../core/targets/tools/sqliteCli';
import { usqlTarget } from '../../core/targets/tools/usql';

export type ToolReader = (argv: readonly string[], context: ClientContext) => Parsed | undefined;

/** Programs that decide their database by their own words, a row each. */
const tools: readonly (readonly [names: readonly string[], read: ToolReader])[] = [
  [Object.keys(libpqPrograms), postgresToolTarget],
  [['mongosh', 'mongo'], mongoshTarget],
  [
    [
      'mongodump',
      'mongorestore',
      'mongoexport',
      'mongoimport',
      'mongostat',
      'mongotop',
      'mongofiles',
    ],
    mongoToolTarget,
  ],
  [
    [
      'mysql',
      'mariadb',
      'mysqldump',
      'mariadb-dump',
      'mysqladmin',
      'mariadb-admin',
      'mysqlimport',
      'mariadb-import',
      'mysqlcheck',
      'mysqlshow',
    ],
    mysqlToolTarget,
  ],
  [['redis-cli', 'valkey-cli'], redisCliTarget],
  [['pgcli'], pgcliTarget],
  [['sqlite3', 'sqlite', 'litecli', 'sqlcipher'], sqliteCliTarget],
  [['clickhouse-client', 'clickhouse'], clickhouseClientTarget],
  [['sqlcmd', 'mssql-cli'], sqlcmdTarget],
  [['cockroach'], cockroachTarget],
  [['usql'], usqlTarget],
  [Object.keys(platforms), hostedTarget],
  [['supabase'], supabaseTarget],
];

const byName = new Map(
  tools.flatMap(([names, read]) => names.map((name) => [name, read] as const)),
);

export function findTool(program: string): ToolReader | undefined {
  return byName.get(program);
}

const inert = new Set(inertPrograms);

export function isInert(program: string): boolean {
  return inert.has(program);
}
