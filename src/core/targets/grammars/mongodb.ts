import { ConnectionString } from 'mongodb-connection-string-url';
import type { Grammar, Parsed } from '../grammar';
import type { ConnectionParts, Endpoint } from '../target';
import { findRefusal } from './mongodbOptions';

const defaultPort = 27017;
const defaultDatabase = 'test';

export const mongodb: Grammar = {
  id: 'mongodb',
  title: 'MongoDB driver 7 for Node.js',
  accepts: (text) => /^mongodb(?:\+srv)?:\/\//.test(text),
  parse: (url) => parseMongodbUrl(url.reveal()),
};

export function parseMongodbUrl(text: string): Parsed {
  const url = readUrl(text);
  if (typeof url === 'string') return refused(url);
  const refusal = findRefusal(url);
  if (refusal !== undefined) return refused(refusal);
  const endpoints = url.isSRV
    ? [{ kind: 'srv', host: url.hosts[0]! } as const]
    : url.hosts.map(readHost);
  const broken = endpoints.find((endpoint) => typeof endpoint === 'string');
  if (broken !== undefined) return refused(broken);
  return { kind: 'connection', connection: connectionOf(url, endpoints as Endpoint[]) };
}

function connectionOf(url: ConnectionString, endpoints: readonly Endpoint[]): ConnectionParts {
  const path = decode(url.pathname.slice(1));
  const user = decode(url.username);
  return {
    system: 'mongodb',
    endpoints,
    // The driver takes `dbName` from the options where the path has none; `authSource` never selects a database.
    database: path || url.searchParams.get('dbName') || defaultDatabase,
    ...(user && { user }),
  };
}

/** The package throws with texts that may hold parts of the string, so they are told in other words. */
const refusals: readonly (readonly [RegExp, string])[] = [
  [/Protocol and host list/, 'it names no host'],
  [/multiple service names/, 'mongodb+srv takes one host only'],
  [/port number/, 'mongodb+srv takes no port'],
  [/empty userinfo/, 'it has an @ without a user'],
  [/unescaped characters/, 'its user or password holds a character that must be percent-encoded'],
  [/malformed/, 'it holds a % that starts no percent-encoding'],
];

function readUrl(text: string): ConnectionString | string {
  try {
    const url = new ConnectionString(text);
    decodeURIComponent(url.pathname);
    return url;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return refusals.find(([pattern]) => pattern.test(message))?.[1] ?? 'it is malformed';
  }
}

/** As the driver reads one host of the list; a text where it would refuse it. */
function readHost(host: string): Endpoint | string {
  if (host.endsWith('.sock')) return { kind: 'socket', path: decode(host) };
  try {
    const { hostname, port } = new URL(`mongodb://${host.replaceAll(' ', '%20')}`);
    if (port === '0') return 'port 0 is not a port';
    const name = decodeURIComponent(hostname).toLowerCase();
    const bare = name.replace(/^\[(.*)\]$/, '$1');
    return { kind: 'tcp', host: bare, port: port === '' ? defaultPort : Number(port) };
  } catch {
    return 'one of its hosts is malformed';
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function refused(why: string): Parsed {
  return {
    kind: 'invalid',
    system: 'mongodb',
    reason: `MongoDB clients refuse the value: ${why}.`,
  };
}
