import { placeOf } from '../../stages/place';

const localKinds: readonly string[] = ['thisMachine', 'container', 'containerHost'];

/** Whether a host is this machine, or a container beside it. */
export function isLocalHost(host: string): boolean {
  return localKinds.includes(placeOf({ kind: 'tcp', host, port: 0 }).kind);
}

/** The host of a URL; `undefined` for anything else. */
export function hostOfUrl(text: string): string | undefined {
  return URL.canParse(text) ? new URL(text).hostname || undefined : undefined;
}
