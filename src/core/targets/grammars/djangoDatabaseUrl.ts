import type { ClientContext, Grammar, Parsed } from '../grammar';
import { completeConnection } from '../libpq/complete';
import { keywords } from '../libpq/keywords';
import { readQuery, splitPythonUrl, unquote, type PythonUrl } from '../pythonUrl';
import { safeConnection } from '../safeConnection';
import type { DatabaseSystem } from '../target';
import { fileParts } from './sqlite';

const systems: Readonly<Record<string, DatabaseSystem>> = {
  postgres: 'postgresql',
  postgresql: 'postgresql',
  pgsql: 'postgresql',
  postgis: 'postgresql',
  redshift: 'postgresql',
  cockroach: 'postgresql',
  timescale: 'postgresql',
  timescalegis: 'postgresql',
  mysql: 'mysql',
  'mysql-connector': 'mysql',
  mysqlgis: 'mysql',
  mssql: 'sqlserver',
  mssqlms: 'sqlserver',
  oracle: 'oracle',
  oraclegis: 'oracle',
  sqlite: 'sqlite',
  spatialite: 'sqlite',
};
const defaultPorts: Partial<Record<DatabaseSystem, number>> = {
  mysql: 3306,
  sqlserver: 1433,
  oracle: 1521,
};

/** Django through dj-database-url; django-environ reads well-formed URLs alike. */
export const djangoDatabaseUrl: Grammar = {
  id: 'django-database-url',
  title: 'Django 5 with dj-database-url 3',
  accepts: (text) => systemOf(/^([\w-]+):/.exec(text)?.[1] ?? '') !== undefined,
  parse(url, context) {
    const parts = splitPythonUrl(url.reveal());
    const system = (parts && systemOf(parts.scheme)) ?? 'unknown';
    if (!parts)
      return { kind: 'invalid', system, reason: 'The URL is not one that Python can split.' };
    if (system === 'unknown')
      return { kind: 'invalid', system, reason: 'The scheme is none that dj-database-url knows.' };
    if (system === 'sqlite') return safeConnection(fileParts(unquote(parts.path.slice(1))));
    return system === 'postgresql' ? throughLibpq(parts, context) : direct(system, parts);
  },
};

function systemOf(scheme: string): DatabaseSystem | undefined {
  return Object.hasOwn(systems, scheme) ? systems[scheme] : undefined;
}

/** Django's HOST, PORT, NAME and USER beat OPTIONS, in which the query ends up; what both leave out libpq fills. */
function throughLibpq(parts: PythonUrl, context: ClientContext): Parsed {
  const parameters = new Map<string, string>();
  for (const [keyword, value] of readQuery(parts.query))
    if (keywords.has(keyword)) parameters.set(keyword, value);
  const own = {
    host: hostOf(parts),
    port: parts.port?.toString(),
    dbname: unquote(parts.path.slice(1)),
    user: unquote(parts.user ?? ''),
  };
  for (const [keyword, value] of Object.entries(own)) if (value) parameters.set(keyword, value);
  return completeConnection(parameters, context);
}

/** For MySQL and the others OPTIONS beat HOST. */
function direct(system: DatabaseSystem, parts: PythonUrl): Parsed {
  const query = readQuery(parts.query);
  const host = query.get('host') || hostOf(parts) || 'localhost';
  const socket = query.get('unix_socket') ?? (host.startsWith('/') ? host : undefined);
  const port = Number(query.get('port') || parts.port || defaultPorts[system]);
  const database = unquote(parts.path.slice(1));
  return safeConnection({
    system,
    endpoints: [socket ? { kind: 'socket', path: socket } : { kind: 'tcp', host, port }],
    ...(database ? { database } : {}),
    ...(parts.user ? { user: unquote(parts.user) } : {}),
  });
}

/** A percent-encoded host is a socket's folder, whose case counts. */
function hostOf({ authority, host = '' }: PythonUrl): string {
  return host.includes('%') ? unquote(authority.slice(authority.lastIndexOf('@') + 1)) : host;
}
