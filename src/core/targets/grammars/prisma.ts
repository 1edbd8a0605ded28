import type { Grammar, Parsed } from '../grammar';
import { endpointOf } from '../libpq/endpoints';
import { readQuery, unquote } from '../pythonUrl';
import { safeConnection } from '../safeConnection';
import { sqlite } from './sqlite';

const systems = { postgres: 'postgresql', postgresql: 'postgresql', mysql: 'mysql' } as const;

/** Prisma's own engine: no variables of libpq, `?schema=` and the like are fine, the query's host beats the URL's. */
export const prisma: Grammar = {
  id: 'prisma',
  title: 'Prisma 4 to 7',
  accepts: (text) =>
    /^(?:postgres(?:ql)?:\/\/|mysql:\/\/|prisma(?:\+postgres)?:\/\/|file:)/.test(text),
  parse(url, context) {
    const text = url.reveal();
    if (text.startsWith('file:')) return sqlite.parse(url, context);
    if (!URL.canParse(text))
      return {
        kind: 'invalid',
        system: 'postgresql',
        reason: 'The URL is not one that Prisma can parse.',
      };
    const parts = new URL(text);
    return parts.protocol.startsWith('prisma') ? throughAccelerate(parts) : connect(parts);
  },
};

function connect(parts: URL): Parsed {
  const system = systems[parts.protocol.slice(0, -1) as keyof typeof systems];
  const query = readQuery(parts.search.slice(1));
  const port = Number(parts.port || (system === 'mysql' ? 3306 : 5432));
  const written = query.get(system === 'mysql' ? 'socket' : 'host');
  const host = written ?? unquote(parts.hostname.replace(/^\[|\]$/g, '')) ?? '';
  const database = unquote(parts.pathname.split('/')[1] ?? '');
  const user = unquote(parts.username);
  return safeConnection({
    system,
    endpoints: [endpointOf(host || 'localhost', port)],
    ...(database ? { database } : {}),
    ...(user ? { user } : {}),
  });
}

/** The service at that place knows the database by the key alone. */
function throughAccelerate(parts: URL): Parsed {
  const { hostname, port } = parts;
  return safeConnection({
    system: 'postgresql',
    endpoints: [{ kind: 'tcp', host: hostname, port: Number(port || 443) }],
  });
}
