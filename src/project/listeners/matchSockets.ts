import type { LocalEnd } from '../../core/tunnels/listener';
import type { ListeningSocket } from './listeners';

/**
 * The sockets that a connection may reach. Every address that a name stands for counts, since clients try them in orders
 * of their own; at one address, the socket bound to it goes before one that is bound to all.
 */
export function matchSockets(
  sockets: readonly ListeningSocket[],
  at: LocalEnd,
): readonly ListeningSocket[] {
  if (at.kind === 'socket') {
    const path = withoutLink(at.path);
    return sockets.filter(({ end }) => end.kind === 'socket' && withoutLink(end.path) === path);
  }
  const hostsOf = (hosts: readonly string[]): ListeningSocket[] =>
    sockets.filter(
      ({ end }) => end.kind === 'tcp' && end.port === at.port && hosts.includes(end.host),
    );
  const found = addressesOf(at.host).flatMap((address) => {
    const exact = hostsOf([address]);
    return exact.length > 0 ? exact : hostsOf(wildcardsOf(address));
  });
  return [...new Set(found)];
}

/** Connecting to the address that stands for all reaches the loopback address. */
function addressesOf(host: string): readonly string[] {
  const name = host.toLowerCase().replace(/^\[(.+)\]$/, '$1');
  if (name === '::1' || name === '::') return ['::1'];
  if (name === '0.0.0.0') return ['127.0.0.1'];
  const address = /^(?:::ffff:)?(127\.\d+\.\d+\.\d+)$/.exec(name)?.[1];
  return address === undefined ? ['::1', '127.0.0.1'] : [address];
}

/** A socket of IPv6 takes IPv4 connections as well, unless it says otherwise, which systems do not tell. */
function wildcardsOf(address: string): readonly string[] {
  return address.includes(':') ? ['::', '*'] : ['0.0.0.0', '::', '*'];
}

function withoutLink(path: string): string {
  return path.replace(/^\/(?:var\/run|private\/var\/run|run)\//, '/run/').replaceAll('//', '/');
}
