import type { Grammar, Parsed } from '../grammar';
import { safeConnection } from '../safeConnection';
import type { Endpoint } from '../target';
import { parseRedisUrl, redis } from './redis';

/** ioredis takes more than URLs: a bare host, a host with a port, a port alone, or the path of a socket. */
export const ioredis: Grammar = {
  id: 'ioredis',
  title: 'ioredis 5',
  accepts: (text) => redis.accepts(text),
  parse(url) {
    const text = url.reveal();
    if (/^\d+$/.test(text)) return place({ kind: 'tcp', host: 'localhost', port: Number(text) });
    if (text.startsWith('/')) return place({ kind: 'socket', path: text.split('?')[0] ?? text });
    return parseRedisUrl(/^[a-z][\w+.-]*:\/\//i.test(text) ? text : `redis://${text}`);
  },
};

function place(endpoint: Endpoint): Parsed {
  return safeConnection({ system: 'redis', endpoints: [endpoint], database: '0' });
}
