import { splitAuthority } from '../authority';
import type { Grammar, Parsed } from '../grammar';
import { readHostList } from '../hostList';
import { readQuery, unquote } from '../pythonUrl';
import { safeConnection } from '../safeConnection';
import type { ConnectionParts, DatabaseSystem, Endpoint } from '../target';
import { readOracle } from '../oracle';
import { readPropertyUrl } from './sqlServer';
import { fileParts } from './sqlite';

interface Driver {
  readonly system: DatabaseSystem;
  /** Finds the driver by what follows `jdbc:`. */
  readonly name: RegExp;
  read(rest: string, system: DatabaseSystem): Parsed;
}

const drivers: readonly Driver[] = [
  { system: 'postgresql', name: /^(?:postgresql|pgsql|redshift|cockroachdb):/, read: readPostgres },
  { system: 'mysql', name: /^(?:mysql|mariadb|aws-wrapper:mysql)(?:\+srv)?:/, read: readMysql },
  { system: 'sqlserver', name: /^(?:jtds:)?sqlserver:/, read: readSqlServer },
  { system: 'oracle', name: /^oracle:(?:thin|oci8?):/, read: readOracle },
  { system: 'sqlite', name: /^sqlite:/, read: readSqlite },
  { system: 'unknown', name: /^h2:/, read: readH2 },
  { system: 'clickhouse', name: /^(?:clickhouse|ch)(?::https?)?:/, read: readClickhouse },
];

/** The URLs of Java's drivers: `jdbc:`, then a grammar for each driver. */
export const jdbc: Grammar = {
  id: 'jdbc',
  title: 'JDBC drivers: pgjdbc 42, Connector/J 9, MariaDB 3, mssql-jdbc 12, ojdbc 23, SQLite, H2',
  accepts: (text) => /^(?:jdbc|r2dbc(?:s|:pool)?):/i.test(text),
  parse(url) {
    const rest = url.reveal().replace(/^(?:jdbc|r2dbc(?:s|:pool)?):(?:p6spy:|tc:)?/i, '');
    const driver = drivers.find(({ name }) => name.test(rest));
    return driver
      ? driver.read(rest, driver.system)
      : { kind: 'invalid', system: 'unknown', reason: 'The JDBC driver is not a known one.' };
  },
};

function readPostgres(rest: string): Parsed {
  const system = 'postgresql';
  const hasPlace = /^\w+:\/\//.test(rest);
  const parts = splitAuthority(hasPlace ? rest : rest.replace(/^(\w+):\/?/, '$1:///'));
  const query = readQuery(parts?.query ?? '');
  const endpoints = readHostList(parts?.hosts || 'localhost', 5432);
  if (!parts || !endpoints) return unreadable(system);
  const user = query.get('user') ?? parts.user;
  const database = unquote(parts.path) || user;
  return finish({ system, endpoints }, database, user);
}

/** One host in Connector/J's long forms: `address=(host=a)(port=1)`, `(host=a,port=1)`. */
const longForm = /host=([^,()]+)(?:[,)]+\(?port=(\d+))?/gi;

function readMysql(rest: string): Parsed {
  const system = 'mysql';
  const parts = splitAuthority(rest);
  if (!parts) return unreadable(system);
  const query = readQuery(parts.query);
  const places = [...parts.hosts.matchAll(longForm)].map(
    ([, host = '', port]) => `${host.trim()}:${port ?? ''}`,
  );
  const hosts = places.length > 0 ? places.join(',') : parts.hosts || 'localhost';
  const endpoints: readonly Endpoint[] | undefined = parts.scheme.includes('+srv')
    ? [{ kind: 'srv', host: hosts.split(',')[0] ?? hosts }]
    : readHostList(hosts, 3306);
  const user = query.get('user') ?? parts.user;
  return endpoints ? finish({ system, endpoints }, unquote(parts.path), user) : unreadable(system);
}

function readSqlServer(rest: string): Parsed {
  const [authority = '', ...properties] = rest.replace(/^jtds:/, '').split(';');
  // jTDS writes the database as a path, Microsoft's driver as a property.
  const [, place = authority, database] = /^(\w+:\/\/[^/]*)\/(.+)$/.exec(authority) ?? [];
  const named = database ? [`database=${database}`, ...properties] : properties;
  return readPropertyUrl(place, named.join(';'));
}

function readSqlite(rest: string): Parsed {
  return safeConnection(fileParts(rest.slice('sqlite:'.length)));
}

function readH2(rest: string, system: DatabaseSystem): Parsed {
  const [place = ''] = rest.slice('h2:'.length).split(';');
  const [, host, path] = /^(?:tcp|ssl):\/\/([^/]*)\/(.*)$/.exec(place) ?? [];
  if (host !== undefined) {
    const endpoints = readHostList(host, 9092);
    return endpoints ? finish({ system, endpoints }, path, undefined) : unreadable(system);
  }
  const endpoint: Endpoint = place.startsWith('mem:')
    ? { kind: 'memory' }
    : { kind: 'file', path: place.replace(/^(?:file|nio|zip):/, '') };
  return safeConnection({ system, endpoints: [endpoint] });
}

function readClickhouse(rest: string): Parsed {
  const system = 'clickhouse';
  const parts = splitAuthority(rest);
  const endpoints = readHostList(parts?.hosts || 'localhost', 8123);
  if (!parts || !endpoints) return unreadable(system);
  const query = readQuery(parts.query);
  return finish(
    { system, endpoints },
    unquote(parts.path) || query.get('database'),
    query.get('user') ?? parts.user,
  );
}

function finish(
  place: Pick<ConnectionParts, 'system' | 'endpoints'>,
  database: string | undefined,
  user: string | undefined,
): Parsed {
  return safeConnection({
    ...place,
    ...(database ? { database } : {}),
    ...(user ? { user } : {}),
  });
}

function unreadable(system: DatabaseSystem): Parsed {
  return { kind: 'invalid', system, reason: 'The hosts in the JDBC URL cannot be read.' };
}
