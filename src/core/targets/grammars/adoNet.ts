import type { Grammar, Parsed } from '../grammar';
import { readEndpoints } from '../libpq/endpoints';
import { safeConnection } from '../safeConnection';
import { pick, readPairs } from '../semicolonPairs';
import type { DatabaseSystem } from '../target';
import { fileParts } from './sqlite';

const hostNames = ['server', 'datasource', 'host', 'addr', 'address', 'networkaddress'] as const;
const databaseNames = ['database', 'initialcatalog', 'db', 'databasename'] as const;
const userNames = ['userid', 'username', 'user', 'uid'] as const;

/** `Server=…;Database=…` of .NET and ODBC, for SQL Server, PostgreSQL (Npgsql), MySQL and SQLite. */
export const adoNet: Grammar = {
  id: 'ado-net',
  title: 'ADO.NET and ODBC connection strings',
  accepts: (text) =>
    /(?:^|;)\s*(?:server|data ?source|host|addr|address|network address)\s*=[^;]+(?:;|$)/i.test(
      text,
    ) && /;\s*[\w ]+=/.test(text),
  parse: (url) => readFields(url.reveal(), systemOf(readPairs(url.reveal()))),
};

/** The value of `odbc_connect=`, which names its server in the same words. */
export function sqlServerFields(text: string): Parsed {
  return readFields(text, 'sqlserver');
}

/** No word says which client it is for, but each client has words that the others refuse. */
function systemOf(pairs: ReadonlyMap<string, string>): DatabaseSystem {
  const driver = pairs.get('driver')?.toLowerCase() ?? '';
  const named = (['postgresql', 'mysql', 'sqlite'] as const).find((name) => driver.includes(name));
  if (named) return named;
  if (driver.includes('maria')) return 'mysql';
  const source = pick(pairs, 'datasource') ?? '';
  if (/\.(?:db|db3|sqlite3?|s3db)$/i.test(source) || source === ':memory:') return 'sqlite';
  if (pairs.has('host')) return 'postgresql';
  return pairs.has('port') || pairs.has('sslmode') ? 'mysql' : 'sqlserver';
}

function readFields(text: string, system: DatabaseSystem): Parsed {
  const pairs = readPairs(text);
  const server = pick(pairs, ...hostNames);
  if (!server) return { kind: 'invalid', system, reason: 'The connection string names no server.' };
  if (system === 'sqlite') return safeConnection(fileParts(server));
  const database = pick(pairs, ...databaseNames);
  const user = pick(pairs, ...userNames);
  const fields = { system, ...(database ? { database } : {}), ...(user ? { user } : {}) };
  if (system === 'sqlserver') {
    const place = readServer(server);
    return place
      ? safeConnection({ ...fields, endpoints: [place] })
      : { kind: 'invalid', system, reason: 'The server has a port that is not a number.' };
  }
  // Npgsql takes `host:port` in its list of hosts; MySQL's client takes a plain list.
  const places = server.split(',').map((place) => place.trim().split(':'));
  const port = pairs.get('port') ?? (system === 'mysql' ? '3306' : '');
  const hosts = places.map(([host = '']) => host).join(',');
  const found = readEndpoints(hosts, '', places.map(([, own]) => own ?? port).join(','));
  return found.kind === 'invalid'
    ? { ...found, system }
    : safeConnection({ ...fields, endpoints: found.endpoints });
}

/** `tcp:name\instance,1433`: the instance names a server process on the machine, whose port only the machine knows. */
function readServer(
  text: string,
): { readonly kind: 'tcp'; readonly host: string; readonly port: number } | undefined {
  const [place = '', portText] = text.replace(/^\s*(?:tcp|np|lpc|admin):/i, '').split(',');
  const written = (place.split('\\')[0] ?? '').trim();
  const host = /^(?:\.|\(local\)|\(localdb\))$/i.test(written) ? 'localhost' : written;
  const port = portText === undefined ? 1433 : Number(portText);
  return host && port >= 1 && port <= 65535 ? { kind: 'tcp', host, port } : undefined;
}
