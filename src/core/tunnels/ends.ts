import type { Endpoint } from '../targets/target';
import type { LocalEnd } from './listener';

const loopback = '127.0.0.1';

export function isLoopbackName(host: string): boolean {
  return /^(?:localhost|127\.[\d.]+|::1|\[::1\])$/i.test(host);
}

/** A number that can be a port. */
export function portOfText(text: string | undefined): number | undefined {
  const port = /^\d{1,5}$/.test(text ?? '') ? Number(text) : 0;
  return port > 0 && port < 65_536 ? port : undefined;
}

export function localTcp(port: number | undefined, host = loopback): LocalEnd {
  return { kind: 'tcp', host: host || '*', ...(port !== undefined && { port }) };
}

/** Port 0 stands for one that is not known. */
export function farTcp(host: string, port = 0): Endpoint {
  return { kind: 'tcp', host, port };
}

/** What a tool calls by a name of its own, spelled so that a label can name it, too. */
export function farName(parts: readonly (string | undefined)[], port = 0): Endpoint {
  const words = parts.filter((part) => part !== undefined && part !== '');
  return farTcp(words.join('.').replaceAll(/[^\w.-]+/g, '-'), port);
}

/** Splits at the colons outside of brackets: `[::1]:5433:db:5432` has four parts. */
export function splitColons(text: string): string[] {
  return [...text.matchAll(/(?:^|:)(?:\[([^\]]*)\](?=:|$)|([^:]*))/g)].map(
    ([, bracketed, plain]) => bracketed ?? plain ?? '',
  );
}

/** `5433`, `localhost:5433`, `[::1]:5433`. */
export function localOfText(text: string | undefined): LocalEnd {
  const parts = splitColons(text ?? '');
  const port = portOfText(parts.at(-1));
  return parts.length > 1 ? localTcp(port, parts[0]) : localTcp(port);
}
