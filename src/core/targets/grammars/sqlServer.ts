import type { Grammar, Parsed } from '../grammar';
import { readQuery, splitPythonUrl, unquote } from '../pythonUrl';
import { safeConnection } from '../safeConnection';
import { pick, readPairs } from '../semicolonPairs';

/** `mssql://user@host/database`, Go's `sqlserver://host?database=`, Prisma's `sqlserver://host;database=`. */
export const sqlServer: Grammar = {
  id: 'sqlserver',
  title: 'mssql 12, go-mssqldb 1, Prisma',
  accepts: (text) => /^(?:mssql|sqlserver|tedious|azuresql):\/\//i.test(text),
  parse(url) {
    const text = url.reveal();
    const semicolon = text.indexOf(';');
    if (semicolon >= 0 && !text.slice(0, semicolon).includes('?'))
      return readPropertyUrl(text.slice(0, semicolon), text.slice(semicolon + 1));
    const parts = splitPythonUrl(text);
    if (!parts?.host) return refusal;
    const query = readQuery(parts.query);
    const isGo = /^sqlserver:/i.test(text);
    // In Go's form the path is the instance, elsewhere it is the database.
    const database = query.get('database') ?? (isGo ? '' : unquote(parts.path.slice(1)));
    return safeConnection({
      system: 'sqlserver',
      endpoints: [{ kind: 'tcp', host: parts.host, port: parts.port ?? 1433 }],
      ...(database ? { database } : {}),
      ...(parts.user ? { user: unquote(parts.user) } : {}),
    });
  },
};

const refusal = {
  kind: 'invalid',
  system: 'sqlserver',
  reason: 'The connection string does not name a server in a way that a client can read.',
} as const;

/** `sqlserver://host\instance:1433` and its properties, also JDBC's. */
export function readPropertyUrl(authority: string, properties: string): Parsed {
  const pairs = readPairs(properties);
  const [, written, port] =
    /^[^:]*:\/\/(?:[^@]*@)?([^:\\/]*)(?:\\[^:/]*)?(?::(\d{1,5}))?\/?$/.exec(authority) ?? [];
  const host = written || pick(pairs, 'servername', 'server');
  const number = Number(port ?? pick(pairs, 'portnumber', 'port') ?? 1433);
  if (!host || !(number >= 1 && number <= 65535)) return refusal;
  const database = pick(pairs, 'databasename', 'database', 'initialcatalog');
  const user = pick(pairs, 'user', 'username', 'userid', 'uid');
  return safeConnection({
    system: 'sqlserver',
    endpoints: [{ kind: 'tcp', host, port: number }],
    ...(database ? { database } : {}),
    ...(user ? { user } : {}),
  });
}
