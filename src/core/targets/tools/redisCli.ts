import type { Parsed } from '../grammar';
import { parseRedisUrl } from '../grammars/redis';
import type { ConnectionParts } from '../target';
import { isGiven, readOptions, type GivenOption, type OptionShape } from './toolOptions';

export const redisCliShape: OptionShape = {
  valued: [
    'h',
    'p',
    's',
    'n',
    'u',
    'a',
    'user',
    'pass',
    'r',
    'i',
    'd',
    'D',
    't',
    'sni',
    'cacert',
  ].concat(
    ['cacertdir', 'cert', 'key', 'tls-ciphers', 'tls-ciphersuites', 'pattern', 'quoted-pattern'],
    ['eval', 'rdb', 'functions-rdb', 'intrinsic-latency', 'memkeys-samples', 'show-pushes'],
  ),
  aliases: { uri: 'u' },
  stopsAtWord: true,
};

/**
 * Where `redis-cli` (and `valkey-cli`) would connect. Options count in their order, and what follows the first word
 * is a command for the server.
 *
 * @param argv with the program's name first
 */
export function redisCliTarget(argv: readonly string[]): Parsed | undefined {
  const given = readOptions(argv.slice(1), redisCliShape);
  if (isGiven(given, 'help') || isGiven(given, 'version')) return undefined;
  let parsed: Parsed = parseRedisUrl('redis://127.0.0.1');
  for (const option of given.options) {
    if (parsed.kind === 'invalid') return parsed;
    parsed = apply(option, parsed.connection);
  }
  return parsed;
}

function apply({ name, value = '' }: GivenOption, connection: ConnectionParts): Parsed {
  const [endpoint] = connection.endpoints;
  const { host, port } = endpoint?.kind === 'tcp' ? endpoint : { host: '127.0.0.1', port: 6379 };
  const keep = (parts: Partial<ConnectionParts>): Parsed => ({
    kind: 'connection',
    connection: { ...connection, ...parts },
  });
  switch (name) {
    case 'u':
      return parseRedisUrl(value);
    case 'h':
      return keep({ endpoints: [{ kind: 'tcp', host: value, port }] });
    case 'p':
      return keep({ endpoints: [{ kind: 'tcp', host, port: Number(value) || port }] });
    case 's':
      return keep({ endpoints: [{ kind: 'socket', path: value }] });
    case 'n':
      return keep({ database: value });
    case 'user':
      return keep({ user: value });
    default:
      return keep({});
  }
}
