import { isAbsolute, join } from 'node:path';
import { ConnectionUrl } from '../../core/targets/connectionUrl';
import type { ClientContext, Parsed } from '../../core/targets/grammar';
import { libpq } from '../../core/targets/grammars/libpq';
import { safeConnection } from '../../core/targets/safeConnection';
import type { DatabaseSystem, Endpoint } from '../../core/targets/target';
import type { RailsValues } from './railsUrl';

const systems: Readonly<Record<string, DatabaseSystem>> = {
  postgresql: 'postgresql',
  postgis: 'postgresql',
  cockroachdb: 'postgresql',
  mysql2: 'mysql',
  trilogy: 'mysql',
  sqlite3: 'sqlite',
  sqlserver: 'sqlserver',
  oracle_enhanced: 'oracle',
};

const ports: Partial<Record<DatabaseSystem, number>> = {
  mysql: 3306,
  sqlserver: 1433,
  oracle: 1521,
};

export function systemOf({ adapter = '' }: RailsValues): DatabaseSystem {
  return systems[adapter] ?? 'unknown';
}

/** Where Active Record's adapters lead with these values. */
export function connectRails(values: RailsValues, root: string, context: ClientContext): Parsed {
  const system = systemOf(values);
  const { database, username, socket, host = '' } = values;
  const named = { ...(database && { database }), ...(username && { user: username }) };
  if (system === 'postgresql') return libpq.parse(new ConnectionUrl(conninfoOf(values)), context);
  if (system === 'sqlite') return connectToFile(database, root);
  const port = Number(values.port) || (ports[system] ?? 0);
  const endpoint: Endpoint =
    socket && ['', 'localhost'].includes(host)
      ? { kind: 'socket', path: socket }
      : { kind: 'tcp', host: host || 'localhost', port };
  return safeConnection({ system, endpoints: [endpoint], ...named });
}

/** A path is relative to the application, not to the working folder. */
function connectToFile(database: string | undefined, root: string): Parsed {
  if (database === undefined)
    return {
      kind: 'invalid',
      system: 'sqlite',
      reason: 'Rails needs the name of the database file.',
    };
  const endpoint: Endpoint =
    database === ':memory:'
      ? { kind: 'memory' }
      : { kind: 'file', path: isAbsolute(database) ? database : join(root, database) };
  return safeConnection({ system: 'sqlite', endpoints: [endpoint], database });
}

/** What Active Record hands to libpq, which fills in the rest from its own variables and files. */
function conninfoOf({ host, port, database, username }: RailsValues): string {
  const parameters = { host, port, dbname: database, user: username };
  return Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}='${value!.replace(/[\\']/g, '\\$&')}'`)
    .join(' ');
}
