import { parse, type ConnectionOptions } from 'pg-connection-string';
import { Gaps } from '../gaps';
import type { ClientContext, Grammar, Parsed } from '../grammar';
import { endpointOf } from '../libpq/endpoints';
import { safeConnection } from '../safeConnection';

/** Node's `pg`: its parser, then its own variables and defaults, which are not those of libpq. */
export const nodePostgres: Grammar = {
  id: 'node-postgres',
  title: 'pg 8 (pg-connection-string 2)',
  accepts: (text) => /^(?:postgres(?:ql)?|pg|socket):/i.test(text),
  parse(url, context) {
    const options = parseOptions(url.reveal());
    return options
      ? connect(options, context)
      : { kind: 'invalid', system: 'postgresql', reason: 'The URL is not one that pg can parse.' };
  },
};

function connect(options: ConnectionOptions, context: ClientContext): Parsed {
  const gaps = new Gaps(context.find);
  const host = gaps.fill(options.host, 'PGHOST') ?? 'localhost';
  const port = Number.parseInt(gaps.fill(options.port, 'PGPORT') ?? '5432', 10);
  const user = gaps.fill(options.user, 'PGUSER', 'USER');
  const database = gaps.fill(options.database, 'PGDATABASE') ?? user;
  if (!(port >= 0 && port <= 65535))
    return {
      kind: 'invalid',
      system: 'postgresql',
      reason: 'The port is not a number up to 65535.',
    };
  return safeConnection({
    system: 'postgresql',
    endpoints: [host.startsWith('/') ? endpointOf(host, port) : { kind: 'tcp', host, port }],
    ...(database ? { database } : {}),
    ...(user ? { user } : {}),
    ...(gaps.also.length > 0 ? { also: gaps.also } : {}),
  });
}

function parseOptions(text: string): ConnectionOptions | undefined {
  try {
    return parse(withoutFiles(text));
  } catch {
    return undefined;
  }
}

/** The parser reads the files that these name, and warns on stderr about the mode; neither moves the place. */
const tlsKeys = new Set(['sslcert', 'sslkey', 'sslrootcert', 'sslmode']);

function withoutFiles(text: string): string {
  // The URL standard drops these characters, wherever they stand.
  const [, head = '', query] = /^([^?]*)\??(.*)$/s.exec(text.replace(/[\t\r\n]/g, '')) ?? [];
  if (!query) return head;
  const kept = query
    .split('&')
    .filter((pair) => ![...new URLSearchParams(pair).keys()].some((key) => tlsKeys.has(key)));
  return kept.length > 0 ? `${head}?${kept.join('&')}` : head;
}
