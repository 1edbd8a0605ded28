import type { SqlEffect } from './sqlStep';

/** What functions do that a SELECT calls, by their names in lower case; `text` where they execute one of their arguments. */
export const selectFunctions: Readonly<Record<string, SqlEffect | 'text'>> = {
  pg_terminate_backend: effect('terminate', 'some', 'connections of other programs'),
  lo_unlink: effect('delete', 'one', 'one large object'),
  lo_truncate: effect('delete', 'one', 'the content of one large object'),
  pg_file_unlink: effect('delete', 'one', 'one file of the server'),
  drop_chunks: effect('drop', 'some', 'chunks of a hypertable'),
  dropgeometrytable: effect('drop', 'all', 'a table with geometry'),
  dropgeometrycolumn: effect('drop', 'some', 'a column with geometry'),
  pg_drop_replication_slot: effect('migrate', 'one', 'a replication slot'),
  pg_promote: effect('migrate', 'all', 'the role of the server'),
  setval: effect('migrate', 'one', 'a sequence'),
  schedule: 'text',
  schedule_in_database: 'text',
  dblink: 'text',
  dblink_exec: 'text',
  run_command_on_workers: 'text',
  run_command_on_shards: 'text',
  run_command_on_all_nodes: 'text',
};

function effect(kind: SqlEffect['kind'], reach: SqlEffect['reach'], subject: string): SqlEffect {
  return { kind, reach, subject, rule: 'sql-function' };
}
