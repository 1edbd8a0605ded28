import type { ClientContext, Grammar, Parsed } from '../grammar';
import { completeConnection } from '../libpq/complete';
import { keywords } from '../libpq/keywords';
import { readQuery, splitPythonUrl, type PythonUrl } from '../pythonUrl';
import { safeConnection } from '../safeConnection';
import type { DatabaseSystem } from '../target';
import { fileParts } from './sqlite';

const systems: Readonly<Record<string, DatabaseSystem>> = {
  postgres: 'postgresql',
  postgresql: 'postgresql',
  postgresext: 'postgresql',
  postgresqlext: 'postgresql',
  psycopg3: 'postgresql',
  cockroachdb: 'postgresql',
  crdb: 'postgresql',
  mysql: 'mysql',
  mariadb: 'mysql',
  mariadbconnector: 'mysql',
  mysqlconnector: 'mysql',
  sqlite: 'sqlite',
  sqliteext: 'sqlite',
  sqlcipher: 'sqlite',
  apsw: 'sqlite',
  cysqlite: 'sqlite',
};

/** `playhouse.db_url.connect`: the query overrides the rest of the URL, and nothing is percent-decoded. */
export const peewee: Grammar = {
  id: 'peewee',
  title: 'peewee 3 (playhouse.db_url)',
  accepts: (text) => systemOf(/^([\w+]+):/.exec(text)?.[1] ?? '') !== undefined,
  parse(url, context) {
    const parts = splitPythonUrl(url.reveal());
    const system = (parts && systemOf(parts.scheme)) ?? 'unknown';
    if (!parts)
      return { kind: 'invalid', system, reason: 'The URL is not one that Python can split.' };
    if (system === 'unknown')
      return { kind: 'invalid', system, reason: 'The scheme is none that peewee knows.' };
    if (system === 'sqlite') return safeConnection(fileParts(parts.path.slice(1)));
    return connect(system, parts, context);
  },
};

function systemOf(scheme: string): DatabaseSystem | undefined {
  const name = scheme.replace(/\+?pool$/, '');
  return Object.hasOwn(systems, name) ? systems[name] : undefined;
}

function connect(system: DatabaseSystem, parts: PythonUrl, context: ClientContext): Parsed {
  const query = readQuery(parts.query);
  const host = query.get('host') ?? parts.host;
  const port = query.get('port') ?? parts.port?.toString();
  const user = query.get('user') ?? parts.user;
  const database = query.get('database') ?? parts.path.slice(1);
  if (system === 'postgresql') {
    const parameters = new Map([...query].filter(([keyword]) => keywords.has(keyword)));
    for (const [keyword, value] of Object.entries({ host, port, dbname: database, user }))
      if (value) parameters.set(keyword, value);
    return completeConnection(parameters, context);
  }
  const socket = query.get('unix_socket');
  return safeConnection({
    system,
    endpoints: [
      socket
        ? { kind: 'socket', path: socket }
        : { kind: 'tcp', host: host ?? 'localhost', port: Number(port) || 3306 },
    ],
    ...(database ? { database } : {}),
    ...(user ? { user } : {}),
  });
}
