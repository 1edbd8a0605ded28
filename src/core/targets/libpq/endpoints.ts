import type { Endpoint } from '../target';
import { refuse } from './keywords';

/** Debian's folder; a libpq built from source has `/tmp`. */
const socketFolder = '/var/run/postgresql';
const defaultPort = 5432;

type Places =
  | { readonly kind: 'endpoints'; readonly endpoints: readonly Endpoint[] }
  | { readonly kind: 'invalid'; readonly reason: string };

/** The lists of `host`, `hostaddr` and `port` as libpq pairs them. An address beats the name beside it. */
export function readEndpoints(host: string, address: string, port: string): Places {
  const hosts = host.split(',');
  const addresses = address === '' ? hosts.map(() => '') : address.split(',');
  if (host !== '' && hosts.length !== addresses.length)
    return refuse('There are not as many addresses as hosts.');
  const ports = port.split(',');
  if (ports.length !== 1 && ports.length !== addresses.length)
    return refuse('There are neither one port nor as many ports as hosts.');
  const endpoints: Endpoint[] = [];
  for (const [index, own] of addresses.entries()) {
    const number = readPort(ports.length === 1 ? ports[0] : ports[index]);
    if (number === undefined) return refuse('A port is not a number between 1 and 65535.');
    endpoints.push(endpointOf(own || (hosts[index] ?? ''), number));
  }
  return { kind: 'endpoints', endpoints };
}

/** One host of libpq and of what is built on it: a name with `/` or `@` first is a folder of sockets. */
export function endpointOf(host: string, port: number): Endpoint {
  if (host === '') return { kind: 'socket', path: socketFolder, port };
  if (/^[/@]/.test(host)) return { kind: 'socket', path: host, port };
  return { kind: 'tcp', host, port };
}

function readPort(text = ''): number | undefined {
  if (text.trim() === '') return defaultPort;
  const number = /^\s*\+?\d{1,9}\s*$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= 65535 ? number : undefined;
}
