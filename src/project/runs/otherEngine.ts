import type { Layer } from '../../core/environment/environment';
import { remoteEngine } from '../../core/tunnels/containerEngine';

/** A container engine that is not on this machine, by the variables that choose it. */
export function otherEngine({ settings }: Layer): string | undefined {
  const value = (name: string): string | undefined =>
    settings.findLast((setting) => setting.name === name)?.value;
  const host = value('DOCKER_HOST');
  return remoteEngine(host ? { host } : { context: value('DOCKER_CONTEXT') });
}
