import { keywords, refuse, type ParsedParameters } from './keywords';

const scheme = /^postgres(?:ql)?:\/\//;

export function isUri(text: string): boolean {
  return scheme.test(text);
}

/** A mistake in the string: thrown and caught in this file only, as libpq stops at the first. */
class Refusal extends Error {}

/** Reads a URI as libpq does: user info ends at the first `@`, `#` is an ordinary character, hosts may be a list. */
export function parseUri(text: string): ParsedParameters {
  try {
    return { kind: 'parameters', parameters: readUri(text.replace(scheme, '')) };
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.message);
    throw error;
  }
}

function readUri(text: string): Map<string, string> {
  const parameters = new Map<string, string>();
  const store = (keyword: string, raw: string | undefined): void => {
    if (raw) parameters.set(keyword, decode(raw));
  };
  const [, user, password, afterUser] = /^(?:([^:@/]*)(?::([^@/]*))?@)?(.*)$/s.exec(text) ?? [];
  store('user', user);
  store('password', password);
  const { hosts, ports, rest } = readHosts(afterUser ?? '');
  store('host', hosts.join(','));
  store('port', ports.join(','));
  const [, database, query] = /^\/?([^?]*)\??(.*)$/s.exec(rest) ?? [];
  store('dbname', database);
  for (const [keyword, value] of readQuery(query ?? '')) parameters.set(keyword, value);
  return parameters;
}

function readHosts(text: string): { hosts: string[]; ports: string[]; rest: string } {
  const hosts: string[] = [];
  const ports: string[] = [];
  let rest = text;
  do {
    if (hosts.length > 0) rest = rest.slice(1);
    const name = rest.startsWith('[') ? readAddress(rest) : (/^[^:/?,]*/.exec(rest)?.[0] ?? '');
    rest = rest.slice(name.length);
    const port = /^:[^/?,]*/.exec(rest)?.[0] ?? '';
    rest = rest.slice(port.length);
    hosts.push(name.replace(/^\[|\]$/g, ''));
    ports.push(port.slice(1));
  } while (rest.startsWith(','));
  return { hosts, ports, rest };
}

function readAddress(text: string): string {
  const end = text.indexOf(']');
  if (end < 0) throw new Refusal('An IPv6 address in the URI has no closing bracket.');
  if (end === 1) throw new Refusal('An IPv6 address in the URI is empty.');
  if (!/^(?:[:/?,]|$)/.test(text.slice(end + 1)))
    throw new Refusal(
      'An IPv6 address in the URI is followed by something else than a port or "/".',
    );
  return text.slice(0, end + 1);
}

function* readQuery(query: string): Iterable<[string, string]> {
  const pairs = query.replace(/(.)&$/s, '$1');
  if (pairs === '') return;
  for (const pair of pairs.split('&')) {
    const [rawKeyword = '', rawValue, extra] = pair.split('=', 3);
    if (rawValue === undefined) throw new Refusal('A query parameter of the URI has no "=".');
    if (extra !== undefined) throw new Refusal('A query parameter of the URI has a second "=".');
    const keyword = decode(rawKeyword);
    const value = decode(rawValue);
    // The spelling of JDBC, which libpq takes for this one pair.
    if (keyword === 'ssl' && value === 'true') yield ['sslmode', 'require'];
    else if (keywords.has(keyword)) yield [keyword, value];
    else throw new Refusal('The URI has a query parameter that libpq does not know.');
  }
}

function decode(raw: string): string {
  if (/%(?![0-9a-f]{2})/i.test(raw))
    throw new Refusal('A "%" in the URI is not followed by two hexadecimal digits.');
  if (raw.includes('%00')) throw new Refusal('The URI holds the forbidden character %00.');
  const bytes = raw.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return bytes === raw ? raw : decodeUtf8(raw, bytes);
}

/** Any bytes are fine for libpq; those that are no UTF-8 keep one character each. */
function decodeUtf8(raw: string, bytes: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return bytes;
  }
}
