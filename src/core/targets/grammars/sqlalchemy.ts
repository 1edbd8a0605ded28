import type { ClientContext, Grammar, Parsed } from '../grammar';
import { completeConnection } from '../libpq/complete';
import { keywords } from '../libpq/keywords';
import { readQuery, unquote } from '../pythonUrl';
import { safeConnection } from '../safeConnection';
import type { DatabaseSystem } from '../target';
import { sqlServerFields } from './adoNet';
import { fileParts } from './sqlite';

/** Names of dialects, each perhaps followed by `+driver`. `postgres` is gone since 1.4, and still what many rewrite. */
const systems: Readonly<Record<string, DatabaseSystem>> = {
  postgresql: 'postgresql',
  postgres: 'postgresql',
  postgis: 'postgresql',
  cockroachdb: 'postgresql',
  redshift: 'postgresql',
  mysql: 'mysql',
  mariadb: 'mysql',
  sqlite: 'sqlite',
  mssql: 'sqlserver',
  oracle: 'oracle',
  clickhouse: 'clickhouse',
  clickhousedb: 'clickhouse',
};

const defaultPorts: Partial<Record<DatabaseSystem, number>> = {
  postgresql: 5432,
  mysql: 3306,
  sqlserver: 1433,
  oracle: 1521,
  clickhouse: 8123,
};

// The pieces stand as SQLAlchemy's own pattern finds them: a password runs to the last point where a host can follow.
const pattern =
  /^([\w+]+):\/\/(?:([^:/]*)(?::([^@]*))?@)?(?:\[([^/?]+)\]|([^/:?]+))?(?::([^/?]*))?(?:\/([^?]*))?(?:\?(.*))?/s;

interface Pieces {
  readonly driver: string;
  readonly user: string | undefined;
  readonly host: string | undefined;
  readonly port: string | undefined;
  readonly database: string | undefined;
  readonly query: ReadonlyMap<string, string>;
  /** Each `host=` of the query: several mean several servers. */
  readonly queryHosts: readonly string[];
}

export const sqlalchemy: Grammar = {
  id: 'sqlalchemy',
  title: 'SQLAlchemy 1.4 to 2.1',
  accepts: (text) => systemOf(/^([\w+]+):\/\//.exec(text)?.[1] ?? '') !== undefined,
  parse(url, context) {
    const match = pattern.exec(url.reveal());
    const [, name = '', user, , address, host, port, database, query = ''] = match ?? [];
    const system = systemOf(name) ?? 'unknown';
    if (system === 'unknown')
      return { kind: 'invalid', system, reason: 'SQLAlchemy knows no dialect of that name.' };
    if (port !== undefined && !/^\d{1,6}$/.test(port))
      return { kind: 'invalid', system, reason: 'The port in the URL is not a number.' };
    const queryHosts = query.split('&').flatMap((pair) => readQuery(pair).get('host') ?? []);
    const pieces: Pieces = {
      driver: name.split('+')[1] ?? '',
      user: user ? unquote(user) : undefined,
      host: address ?? host,
      port,
      database,
      query: readQuery(query),
      queryHosts,
    };
    return connect(system, pieces, context);
  },
};

function systemOf(name: string): DatabaseSystem | undefined {
  const dialect = name.split('+', 1)[0] ?? '';
  return Object.hasOwn(systems, dialect) ? systems[dialect] : undefined;
}

function connect(system: DatabaseSystem, pieces: Pieces, context: ClientContext): Parsed {
  const odbc = pieces.query.get('odbc_connect');
  if (odbc) return sqlServerFields(odbc);
  if (system === 'sqlite') return safeConnection(fileParts(pieces.database ?? ''));
  // pg8000 is written in Python and reads neither a service nor any variable but these defaults.
  if (system === 'postgresql' && pieces.driver !== 'pg8000') return throughLibpq(pieces, context);
  const { query, database, user } = pieces;
  const host = query.get('host') ?? pieces.host ?? 'localhost';
  const socket = query.get('unix_socket') ?? query.get('unix_sock');
  const port = Number(query.get('port') ?? pieces.port ?? defaultPorts[system] ?? 0);
  if (!(port <= 65535))
    return { kind: 'invalid', system, reason: 'The port in the URL is not a number up to 65535.' };
  const name = query.get('service_name') ?? query.get('database') ?? database;
  return safeConnection({
    system,
    endpoints: [socket ? { kind: 'socket', path: socket } : { kind: 'tcp', host, port }],
    ...(name ? { database: name } : {}),
    ...(user ? { user } : {}),
  });
}

function throughLibpq(pieces: Pieces, context: ClientContext): Parsed {
  const parameters = new Map<string, string>();
  const { host, port, database, user } = pieces;
  for (const [keyword, value] of Object.entries({ host, port, dbname: database, user }))
    if (value) parameters.set(keyword, value);
  // What the driver does not know makes it fail, but points nowhere else.
  for (const [keyword, value] of pieces.query)
    if (keywords.has(keyword)) parameters.set(keyword, value);
  const places = pieces.queryHosts.map((place) => /^([\w.-]+):(\d*)$/.exec(place));
  if (pieces.queryHosts.length > 1 || places.some(Boolean)) {
    parameters.set('host', pieces.queryHosts.map((own, at) => places[at]?.[1] ?? own).join(','));
    parameters.set('port', places.map((place) => place?.[2] ?? '').join(','));
  }
  return completeConnection(parameters, context);
}
