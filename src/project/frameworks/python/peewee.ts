import { nothing, type LibraryCall, type LibraryRules } from '../libraryCall';

/** peewee 3 and 4: a placeholder that gets its database later, and a database that gets its name later. */
export const peewee: LibraryRules = {
  'peewee.Proxy().initialize': initialize,
  'peewee.DatabaseProxy().initialize': initialize,
  ...Object.fromEntries(
    [
      'peewee.PostgresqlDatabase',
      'peewee.MySQLDatabase',
      'peewee.SqliteDatabase',
      'playhouse.pool.PooledPostgresqlDatabase',
      'playhouse.pool.PooledMySQLDatabase',
      'playhouse.pool.PooledSqliteDatabase',
      'playhouse.postgres_ext.PostgresqlExtDatabase',
      'playhouse.sqlite_ext.SqliteExtDatabase',
    ].map((maker) => [`${maker}().init`, (call: LibraryCall) => initializeLater(call, maker)]),
  ),
};

/** The attribute by which a placeholder holds its database. */
export const placed = 'obj';

function initialize(call: LibraryCall): typeof nothing {
  const [database] = call.args.positional;
  const { self } = call.args;
  if (self?.kind === 'made' && database) call.write(self.attributes, placed, database);
  return nothing;
}

function initializeLater(call: LibraryCall, maker: string): typeof nothing {
  const { self, ...args } = call.args;
  const database = call.make(maker, args);
  if (self?.kind === 'made') call.write(self.attributes, placed, database);
  return nothing;
}
