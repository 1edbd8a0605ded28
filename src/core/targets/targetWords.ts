import { printable, shorten } from '../printable';
import type { DatabaseSystem, Endpoint, Target } from './target';

const systemNames: Readonly<Record<DatabaseSystem, string>> = {
  postgresql: 'PostgreSQL',
  mongodb: 'MongoDB',
  mysql: 'MySQL',
  redis: 'Redis',
  sqlite: 'SQLite',
  sqlserver: 'SQL Server',
  oracle: 'Oracle',
  clickhouse: 'ClickHouse',
  unknown: 'database',
};

/** Ports that go without saying. */
const usualPorts: Readonly<Partial<Record<DatabaseSystem, number>>> = {
  postgresql: 5432,
  mongodb: 27017,
  mysql: 3306,
  redis: 6379,
  sqlserver: 1433,
  oracle: 1521,
};

const longestHost = 40;
const longestDatabase = 24;

/** `scores@db-prod.example.com`: short enough for the status bar. Falls back to the name of the setting. */
export function shortTargetName(target: Target): string {
  const [endpoint, ...others] = target.endpoints;
  if (!endpoint) return printable(target.origin.name);
  if (endpoint.kind === 'file') return shorten(printable(lastSegment(endpoint.path)), longestHost);
  const host = shorten(placeName(endpoint, target.system), longestHost);
  const more = others.length > 0 ? ',…' : '';
  const database = target.database && shorten(printable(target.database), longestDatabase);
  return `${database ? `${database}@` : ''}${host}${more}`;
}

/** `the PostgreSQL database scores on db-prod.example.com as user app`: nothing shortened. */
export function fullTargetName(target: Target): string {
  const { endpoints, system, database, user, via } = target;
  const what = system === 'unknown' ? 'database' : `${systemNames[system]} database`;
  if (endpoints.length === 0) return `a ${what} that is not known`;
  if (endpoints[0]!.kind === 'file' || endpoints[0]!.kind === 'memory')
    return `the ${what} ${placeName(endpoints[0]!, system)}`;
  const places = endpoints.map((endpoint) => placeName(endpoint, system)).join(', ');
  return [
    `the ${what}`,
    ...(database ? [` ${printable(database)}`] : []),
    ` on ${places}`,
    ...(user ? [` as user ${printable(user)}`] : []),
    ...(via ? [`, through ${printable(via)}`] : []),
  ].join('');
}

function placeName(endpoint: Endpoint, system: DatabaseSystem): string {
  switch (endpoint.kind) {
    case 'tcp': {
      const host = printable(endpoint.host);
      if (endpoint.port === 0 || endpoint.port === usualPorts[system]) return host;
      return host.includes(':') ? `[${host}]:${endpoint.port}` : `${host}:${endpoint.port}`;
    }
    case 'srv':
      return printable(endpoint.host);
    case 'socket':
    case 'file':
      return printable(endpoint.path);
    case 'memory':
      return 'in memory';
  }
}

function lastSegment(path: string): string {
  return path.split(/[\\/]/).findLast((segment) => segment !== '') ?? path;
}
