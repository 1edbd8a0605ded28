import { answeringAt, type Endpoint } from '../targets/target';
import { findProvider, type Provider } from './providers';

/** Where an endpoint is, as far as its name tells. */
export type Place =
  | { readonly kind: 'thisMachine' }
  /** A name of this machine behind which a tunnel or port-forward listens. */
  | { readonly kind: 'tunnel'; readonly via: string }
  | { readonly kind: 'managed'; readonly provider: Provider }
  /** A name that means something only inside a network of containers. */
  | { readonly kind: 'container' }
  /** The host as containers see it. */
  | { readonly kind: 'containerHost' }
  | { readonly kind: 'private' }
  | { readonly kind: 'remote' }
  | { readonly kind: 'unresolved' };

const loopback =
  /^(?:localhost|localhost\.localdomain|ip6-localhost|.+\.localhost|127(?:\.\d{1,3}){1,3}|0\.0\.0\.0|::|::1|::ffff:127\..+)$/;

const containerHosts = new Set([
  'host.docker.internal',
  'gateway.docker.internal',
  'kubernetes.docker.internal',
  'docker.for.mac.localhost',
  'host.containers.internal',
  'host.lima.internal',
]);

/** RFC 1918, link-local, carrier-grade NAT (also Tailscale), and their IPv6 siblings. */
const privateAddress =
  /^(?:10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/;

const privateDomains = [
  'internal',
  'local',
  'localdomain',
  'lan',
  'corp',
  'home',
  'home.arpa',
  'intranet',
  'private',
  'svc',
  'ts.net',
];

/** Lower case, without the dot that ends a full name and without the brackets of an IPv6 address. */
export function normalizeHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.+)\]$/, '$1')
    .replace(/\.$/, '');
}

/** @param via what stands in between, unless a program of this machine is known to answer there */
export function placeOf(endpoint: Endpoint | undefined, via?: string): Place {
  const answering = answeringAt(endpoint);
  if (answering && answering.kind !== 'unidentified') return { kind: 'thisMachine' };
  switch (endpoint?.kind) {
    case undefined:
      return { kind: 'unresolved' };
    case 'file':
    case 'memory':
      return { kind: 'thisMachine' };
    case 'socket': {
      const provider = findProvider(endpoint.path);
      return provider ? { kind: 'managed', provider } : placeOnThisMachine(via);
    }
    case 'tcp':
    case 'srv':
      return placeOfHost(normalizeHost(endpoint.host), via);
  }
}

function placeOfHost(host: string, via: string | undefined): Place {
  if (containerHosts.has(host)) return { kind: 'containerHost' };
  if (loopback.test(host)) return placeOnThisMachine(via);
  const provider = findProvider(host);
  if (provider) return { kind: 'managed', provider };
  // At the other side of a tunnel it is a name of that side.
  if (/^[a-z0-9_-]+$/.test(host))
    return via === undefined ? { kind: 'container' } : { kind: 'tunnel', via };
  const isPrivate =
    privateAddress.test(host) || privateDomains.some((domain) => host.endsWith(`.${domain}`));
  return { kind: isPrivate ? 'private' : 'remote' };
}

function placeOnThisMachine(via: string | undefined): Place {
  return via === undefined ? { kind: 'thisMachine' } : { kind: 'tunnel', via };
}
