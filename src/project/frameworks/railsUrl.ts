/** The keys of a database configuration that say where it leads. Never a password. */
export interface RailsValues {
  readonly adapter?: string;
  readonly host?: string;
  readonly port?: string;
  readonly database?: string;
  readonly username?: string;
  readonly socket?: string;
}

const keys = ['adapter', 'host', 'port', 'database', 'username', 'socket'] as const;

const shape =
  /^(?:(?<scheme>[a-z][a-z\d+.-]*):)?(?:(?<slashes>\/\/)(?:(?<user>[^/?#]*)@)?(?<host>\[[^\]]*\]|[^/?#:@]*)(?::(?<port>\d*))?)?(?<path>[^?#]*)(?:\?(?<query>[^#]*))?(?:#.*)?$/is;

/**
 * The parts of a URL as Active Record merges them over other configuration: a part that is missing or blank leaves
 * what was there. Since Rails 7 a key of the query beats the part before it (rails/rails#42840).
 */
export function readRailsUrl(url: string, railsVersion: number): RailsValues | undefined {
  const groups = shape.exec(url)?.groups;
  if (!groups) return undefined;
  const { scheme, slashes, user, host, port, path = '', query = '' } = groups;
  const isOpaque = scheme !== undefined && slashes === undefined && !path.startsWith('/');
  const adapter = scheme && adapterOf(scheme);
  const before: RailsValues = {
    adapter,
    host: host?.replace(/^\[(.*)\]$/, '$1'),
    port,
    database: isOpaque || adapter === 'sqlite3' ? path : path.replace(/^\//, ''),
    username: user?.split(':')[0],
  };
  const asked = pickValues(Object.fromEntries(query.split('&').map((pair) => split(pair))));
  if (isOpaque) return decoded({ ...asked, ...present(before) });
  // Before Rails 7 a part that is left out loses the key, too.
  const added = railsVersion >= 7 ? asked : pickValues({ socket: asked.socket });
  return decoded({ ...present(before), ...added });
}

/** The known keys of a mapping, as text; what is blank is not there. */
export function pickValues(mapping: Readonly<Record<string, unknown>>): RailsValues {
  const pairs = keys.map((key) => [key, textOf(mapping[key])] as const);
  return present(Object.fromEntries(pairs));
}

function adapterOf(scheme: string): string {
  const name = scheme.toLowerCase().replaceAll('-', '_');
  return name === 'postgres' ? 'postgresql' : name === 'mysql' ? 'mysql2' : name;
}

function present(values: RailsValues): RailsValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value?.trim()));
}

function decoded(values: RailsValues): RailsValues {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, decode(value)]));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function split(pair: string): [string, string] {
  const equals = pair.indexOf('=');
  return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
