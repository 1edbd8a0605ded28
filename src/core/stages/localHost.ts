import { placeOf, type Place } from './place';

export function isThisMachine(host: string): boolean {
  return kindOf(host) === 'thisMachine';
}

/** Whether a host is this machine, or a container beside it. */
export function isLocalHost(host: string): boolean {
  return ['thisMachine', 'container', 'containerHost'].includes(kindOf(host));
}

function kindOf(host: string): Place['kind'] {
  return placeOf({ kind: 'tcp', host, port: 0 }).kind;
}

/** The host of a URL, or of the part of one that people write for short: `db-1:9200`, `:9200/games`. */
export function hostOfUrl(text: string): string | undefined {
  const url = text.includes('://') ? text : `http://${text.replace(/^:/, 'localhost:')}`;
  return URL.canParse(url) ? new URL(url).hostname || undefined : undefined;
}
