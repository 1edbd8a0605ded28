/** A URL as Python's `urllib.parse.urlsplit` takes it apart. Nothing is percent-decoded. */
export interface PythonUrl {
  readonly scheme: string;
  readonly authority: string;
  readonly user?: string;
  /** Lower-cased up to a `%`, without brackets. */
  readonly host?: string;
  readonly port?: number;
  readonly path: string;
  readonly query: string;
}

/** `undefined` where Python raises an error. */
export function splitPythonUrl(text: string): PythonUrl | undefined {
  const cleaned = text.replace(/^[\0-\x20]+/, '').replace(/[\t\r\n]/g, '');
  const [, scheme = '', afterScheme = cleaned] = /^([a-z][a-z\d+.-]*):(.*)$/is.exec(cleaned) ?? [];
  const [, authority, rest = ''] = /^(?:\/\/([^/?#]*))?(.*)$/s.exec(afterScheme) ?? [];
  const [, path = '', query = ''] = /^([^?#]*)(?:\?([^#]*))?/s.exec(rest) ?? [];
  const place = readAuthority(authority ?? '');
  if (!place) return undefined;
  return { scheme: scheme.toLowerCase(), authority: authority ?? '', ...place, path, query };
}

function readAuthority(authority: string): Pick<PythonUrl, 'user' | 'host' | 'port'> | undefined {
  const at = authority.lastIndexOf('@');
  const user = at < 0 ? undefined : authority.slice(0, at).split(':', 1)[0];
  const [, address, name = '', portText] =
    /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(.*))?$/s.exec(authority.slice(at + 1)) ?? [];
  if (address === undefined && /[[\]]/.test(authority)) return undefined;
  if (address !== undefined && !URL.canParse(`http://[${address}]`)) return undefined;
  if (portText && !/^\d{1,5}$/.test(portText)) return undefined;
  const host = lowerCase(address ?? name);
  const port = portText ? Number(portText) : undefined;
  if (port !== undefined && port > 65535) return undefined;
  return {
    ...(user ? { user } : {}),
    ...(host ? { host } : {}),
    ...(port === undefined ? {} : { port }),
  };
}

/** What follows a `%` is taken for the zone of an address and keeps its case. */
function lowerCase(host: string): string {
  return host.replace(/^[^%]+/, (name) => name.toLowerCase());
}

/** Query pairs as `parse_qsl` reads them: `+` is a space, the last of a name counts. */
export function readQuery(query: string): Map<string, string> {
  const decoded = (text: string): string => unquote(text.replaceAll('+', ' '));
  return new Map(
    query.split('&').flatMap((pair) => {
      const equals = pair.indexOf('=');
      return equals < 0
        ? []
        : [[decoded(pair.slice(0, equals)), decoded(pair.slice(equals + 1))] as const];
    }),
  );
}

/** Percent-decodes what can be decoded and leaves the rest. */
export function unquote(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}
