import type { ResourcePlace } from '../../core/operations/resourcePlace';
import { hostOf, type Target } from '../../core/targets/target';
import type { Listeners } from '../listeners/listeners';
import { followTunnels } from '../tunnels';

/** The place as it is behind the tunnels of this machine. */
export async function followPlace(
  place: ResourcePlace,
  listeners: Listeners,
): Promise<ResourcePlace> {
  if (!place.at) return place;
  const { endpoints, via } = await followTunnels(targetAt(place.at), listeners);
  if (via === undefined) return place;
  const far = { what: 'the host', name: hostOf({ endpoints }) ?? '' };
  return {
    ...place,
    kind: 'cloud',
    names: [{ what: 'the tunnel', name: via }, far, ...place.names],
  };
}

function targetAt(at: NonNullable<ResourcePlace['at']>): Target {
  return {
    system: 'unknown',
    endpoints: [{ kind: 'tcp', ...at }],
    origin: { kind: 'command', name: at.host },
    overrides: [],
    doubts: [],
    standby: false,
  };
}
