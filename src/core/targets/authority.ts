import { unquote } from './pythonUrl';

/** A URL with a list of hosts, which the URL standard does not know. User info ends at the last `@` before the path. */
export interface AuthorityUrl {
  readonly scheme: string;
  readonly user: string | undefined;
  /** As written: `a:1,b`. */
  readonly hosts: string;
  /** Without the leading slash, as written. */
  readonly path: string;
  readonly query: string;
}

export function splitAuthority(text: string): AuthorityUrl | undefined {
  const match = /^([a-z][\w+.:-]*?):\/\/([^/?#]*)(?:\/([^?#]*))?(?:\?([^#]*))?/i.exec(text);
  if (!match) return undefined;
  const [, scheme = '', authority = '', path = '', query = ''] = match;
  const at = authority.lastIndexOf('@');
  const user = at < 0 ? '' : unquote(authority.slice(0, at).split(':', 1)[0] ?? '');
  return {
    scheme: scheme.toLowerCase(),
    user: user || undefined,
    hosts: authority.slice(at + 1),
    path,
    query,
  };
}
