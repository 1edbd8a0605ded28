import { ConnectionUrl } from '../connectionUrl';
import type { ClientContext, Parsed } from '../grammar';
import { libpq } from '../grammars/libpq';
import { safeConnection } from '../safeConnection';
import { lastValue, readOptions, type OptionShape } from './toolOptions';

const clientVerbs = new Set([
  'sql',
  'dump',
  'import',
  'node',
  'nodelocal',
  'userfile',
  'statement-diag',
]);

export const cockroachShape: OptionShape = {
  valued: [
    'url',
    'host',
    'port',
    'database',
    'user',
    'execute',
    'file',
    'certs-dir',
    'format',
    'set',
  ],
  aliases: { h: 'host', p: 'port', d: 'database', u: 'user', e: 'execute', f: 'file' },
  bundles: true,
};

/**
 * Where `cockroach sql` and the like connect: `--url` or COCKROACH_URL, else `--host HOST:PORT` and its variable.
 *
 * @param argv with the program's name first
 */
export function cockroachTarget(
  argv: readonly string[],
  context: ClientContext,
): Parsed | undefined {
  if (!clientVerbs.has(argv[1] ?? '')) return undefined;
  const given = readOptions(argv.slice(2), cockroachShape);
  const found = (name: string) => context.find(`COCKROACH_${name}`)?.setting;
  const value = (name: string): string | undefined =>
    lastValue(given, name) ?? found(name.toUpperCase())?.value;
  const url = lastValue(given, 'host') === undefined ? value('url') : lastValue(given, 'url');
  const also = ['URL', 'HOST', 'DATABASE'].flatMap((name) => found(name)?.origin ?? []);
  if (url !== undefined) {
    // Its own rules stand in for the variables of libpq, which it does not read.
    const parsed = libpq.parse(new ConnectionUrl(url), { ...context, find: () => undefined });
    return parsed.kind === 'connection'
      ? { ...parsed, connection: { ...parsed.connection, also } }
      : parsed;
  }
  const [host = '', port] = (value('host') ?? 'localhost').split(':');
  return safeConnection({
    system: 'postgresql',
    endpoints: [{ kind: 'tcp', host, port: Number(port ?? value('port') ?? 26257) }],
    database: value('database') ?? 'defaultdb',
    user: value('user') ?? 'root',
    also,
  });
}
