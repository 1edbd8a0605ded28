import type { Grammar, Parsed } from '../grammar';
import { safeConnection } from '../safeConnection';
import type { Endpoint } from '../target';

const defaultPort = 3306;

/** The names under which clients take a socket: mysql2, mysqlclient and Prisma. */
const socketOptions = ['socketPath', 'unix_socket', 'socket'];

/** Host, port and database in the query are ignored: what stands before it wins. */
export const mysql: Grammar = {
  id: 'mysql',
  title: 'mysql2 3 for Node.js',
  accepts: (text) => /^(?:mysql2?|mariadb):\/\//i.test(text),
  parse: (url) => parseMysqlUrl(url.reveal()),
};

function parseMysqlUrl(text: string): Parsed {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const [host, database, user] = [url?.hostname, url?.pathname.slice(1), url?.username].map(decode);
  if (!url || host === undefined || database === undefined || user === undefined)
    return {
      kind: 'invalid',
      system: 'mysql',
      reason: 'MySQL clients refuse the value: it is malformed.',
    };
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  return safeConnection({
    system: 'mysql',
    endpoints: [endpointOf(bare, url)],
    ...(database && { database }),
    ...(user && { user }),
  });
}

function endpointOf(host: string, { port, searchParams }: URL): Endpoint {
  const socket = socketOptions.map((name) => searchParams.get(name)).find(Boolean);
  if (socket) return { kind: 'socket', path: socket };
  return { kind: 'tcp', host: host || 'localhost', port: Number(port) || defaultPort };
}

function decode(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
