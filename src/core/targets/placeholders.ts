import type { ConnectionParts } from './target';

/** What templates have where a person should write a host. */
const unwritten =
  /^(?:host|hostname|(?:db|database)[-_]host|your[-_ ]?\w.*|.*[-_]here|change[-_]?me|placeholder|todo|x{3,}|\.{3}|undefined|null|none)$/i;

/** `<host>`, `${DB_HOST}`, `{{ host }}`, `%(host)s`, `$DB_HOST`: nothing has filled these in. */
const reference = /[<>{}]|\$\w|\$\(|%\(/;

export function isTemplate(text: string): boolean {
  return unwritten.test(text.trim()) || reference.test(text);
}

/** The reason why a connection's place is not one, `undefined` for a real place. */
export function templateReason({ endpoints }: ConnectionParts): string | undefined {
  const names = endpoints.flatMap((endpoint) => {
    if (endpoint.kind === 'memory') return [];
    return endpoint.kind === 'tcp' || endpoint.kind === 'srv' ? [endpoint.host] : [endpoint.path];
  });
  return names.some(isTemplate) ? 'The value is a template: its host is not filled in.' : undefined;
}
