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

/** The host of a URL; `undefined` for anything else. */
export function hostOfUrl(text: string): string | undefined {
  return URL.canParse(text) ? new URL(text).hostname || undefined : undefined;
}
