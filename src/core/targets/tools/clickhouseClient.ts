import { ConnectionUrl } from '../connectionUrl';
import type { ClientContext, Parsed } from '../grammar';
import { clickhouse } from '../grammars/clickhouse';
import { safeConnection } from '../safeConnection';
import { isGiven, lastValue, readOptions, type OptionShape } from './toolOptions';

export const clickhouseClientShape: OptionShape = {
  valued: ['host', 'port', 'user', 'password', 'database', 'query', 'format', 'connection'].concat([
    'config-file',
    'queries-file',
    'format_schema',
    'time_zone',
  ]),
  aliases: {
    h: 'host',
    u: 'user',
    d: 'database',
    q: 'query',
    f: 'format',
    s: 'secure',
    C: 'config-file',
  },
  bundles: true,
};

/**
 * Where `clickhouse-client` connects: `localhost` unless its words say otherwise.
 *
 * @param argv with the program's name first
 */
export function clickhouseClientTarget(
  argv: readonly string[],
  context: ClientContext,
): Parsed | undefined {
  const words = argv[1] === 'client' ? argv.slice(2) : argv.slice(1);
  const given = readOptions(words, clickhouseClientShape);
  if (argv[0]?.endsWith('clickhouse') && argv[1] !== 'client') return undefined;
  if (isGiven(given, 'help') || isGiven(given, 'version')) return undefined;
  if (isGiven(given, 'connection') || isGiven(given, 'config-file'))
    return {
      kind: 'invalid',
      system: 'clickhouse',
      reason: 'The server is named in the client’s own configuration.',
    };
  const url = given.words.find((word) => clickhouse.accepts(word));
  if (url !== undefined) return clickhouse.parse(new ConnectionUrl(url), context);
  const database = lastValue(given, 'database');
  const user = lastValue(given, 'user');
  const port = Number(lastValue(given, 'port')) || (isGiven(given, 'secure') ? 9440 : 9000);
  return safeConnection({
    system: 'clickhouse',
    endpoints: [{ kind: 'tcp', host: lastValue(given, 'host') ?? 'localhost', port }],
    ...(database ? { database } : {}),
    ...(user ? { user } : {}),
  });
}
