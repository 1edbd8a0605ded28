import type { Layer } from '../../core/environment/environment';
import { remoteEngine } from '../../core/tunnels/containerEngine';
import type { Elsewhere } from '../../shells/wrapper';

/** What starts something elsewhere: where it is itself, and its variables. */
interface Starter {
  readonly elsewhere?: Elsewhere;
  readonly process: Layer;
}

/** A container is where its engine is, and a pod where its cluster is: the starter's variables choose them. */
export function chosenPlace(place: Elsewhere, { elsewhere: outer, process }: Starter): Elsewhere {
  if (place.kind === 'machine') return place;
  if (outer) return { kind: 'machine', via: `${describePlace(place)} by ${describePlace(outer)}` };
  if (place.kind === 'pod') {
    const kubeconfig = place.kubeconfig ?? valueOf('KUBECONFIG', process);
    return kubeconfig ? { ...place, kubeconfig } : place;
  }
  const host = valueOf('DOCKER_HOST', process);
  const engine = remoteEngine(host ? { host } : { context: valueOf('DOCKER_CONTEXT', process) });
  return engine === undefined
    ? place
    : { kind: 'machine', via: `${describePlace(place)} on ${engine}` };
}

export function describePlace(place: Elsewhere): string {
  return 'via' in place ? place.via : `the ${place.kind} ${place.name}`;
}

function valueOf(name: string, { settings }: Layer): string | undefined {
  return settings.findLast((setting) => setting.name === name)?.value;
}
