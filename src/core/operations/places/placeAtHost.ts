import { isThisMachine, readAddress } from '../../stages/localHost';
import { tellingHost } from './tellingAddress';
import type { Command } from '../command';
import type { ResourcePlace } from '../resourcePlace';
import { namesFrom, type NameSources } from './namedPlace';

/**
 * A server that is told by its address, in the places that may hold one as `namedPlace` has them: this machine where none
 * does.
 */
export function placeAtHost(
  provider: string,
  addresses: string,
  sources: NameSources = {},
): (command: Command) => ResourcePlace {
  return (command) => {
    const [address] = namesFrom({ 'the host': addresses }, command);
    return placeAt(provider, address?.name, namesFrom(sources, command));
  };
}

/** @param names what tells an environment besides the host */
export function placeAt(
  provider: string,
  address: string | undefined,
  names: ResourcePlace['names'] = [],
): ResourcePlace {
  const at = address === undefined ? undefined : readAddress(address);
  if (!at) return { provider, kind: 'machine', names: [] };
  if (isThisMachine(at.host)) return { provider, kind: 'machine', names, at };
  return {
    provider,
    kind: 'cloud',
    names: [{ what: 'the host', name: tellingHost(at.host) }, ...names],
  };
}
