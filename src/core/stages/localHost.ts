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

const usualPorts: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/** Host and port of a URL, or of the part of one that people write for short: `db-1:9200`, `:9200/games`. */
export function readAddress(
  text: string,
): { readonly host: string; readonly port: number } | undefined {
  const written = text.includes('://') ? text : `http://${text.replace(/^:/, 'localhost:')}`;
  if (!URL.canParse(written)) return undefined;
  const { hostname: host, port, protocol } = new URL(written);
  return host === '' ? undefined : { host, port: Number(port) || (usualPorts[protocol] ?? 0) };
}

export function hostOfUrl(text: string): string | undefined {
  return readAddress(text)?.host;
}
