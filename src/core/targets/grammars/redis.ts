import type { Grammar, Parsed } from '../grammar';
import { safeConnection } from '../safeConnection';
import type { Endpoint } from '../target';

const defaultPort = 6379;

/** The database is a number; it says nothing of what the server is for. */
export const redis: Grammar = {
  id: 'redis',
  title: 'redis-py 5, node-redis 4 and ioredis 5',
  accepts: (text) => /^(?:rediss?|valkeys?|unix|redis\+socket):\/\//i.test(text),
  parse: (url) => parseRedisUrl(url.reveal()),
};

export function parseRedisUrl(text: string): Parsed {
  const url = readUrl(text);
  const path = url && decode(url.pathname);
  if (!url || path === undefined) return refused('it is malformed');
  const isSocket = /^(?:unix|redis\+socket):$/i.test(url.protocol);
  if (isSocket && path === '') return refused('it names no socket');
  const queried = url.searchParams.get('db');
  const database = (isSocket ? undefined : path.replaceAll('/', '')) || queried || '0';
  const user = decode(url.username);
  return safeConnection({
    system: 'redis',
    endpoints: [isSocket ? { kind: 'socket', path } : endpointOf(url)],
    database,
    ...(user && { user }),
  });
}

function endpointOf({ hostname, port }: URL): Endpoint {
  const host = (decode(hostname) ?? hostname).replace(/^\[(.*)\]$/, '$1');
  return { kind: 'tcp', host: host || 'localhost', port: Number(port) || defaultPort };
}

function readUrl(text: string): URL | undefined {
  // Python's parser takes a user without a host, the standard one does not.
  const standard = text.replace(/^((?:unix|redis\+socket):\/\/)[^/]*@(?=\/)/i, '$1');
  return URL.canParse(standard) ? new URL(standard) : undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function refused(why: string): Parsed {
  return { kind: 'invalid', system: 'redis', reason: `Redis clients refuse the value: ${why}.` };
}
