import { printable } from '../core/printable';
import { placeOf } from '../core/stages/place';
import type { Answering, Endpoint, Target } from '../core/targets/target';
import type { LocalEnd, Tunnel } from '../core/tunnels/listener';
import { chooseForward } from '../core/tunnels/readListener';
import type { FoundListener, Listeners } from './listeners/listeners';

interface Way {
  readonly endpoint: Endpoint;
  /** The tunnels on the way, the nearest first. */
  readonly via: readonly string[];
}

/**
 * The target as it is behind the tunnels of this machine: each place here becomes the far end of the tunnel that listens,
 * or says who else answers. All other places stay as they are.
 */
export async function followTunnels(target: Target, listeners: Listeners): Promise<Target> {
  const ways = await Promise.all(
    target.endpoints.map((endpoint) => followEndpoint(endpoint, target, listeners)),
  );
  const via = [...new Set(ways.map((way) => way.via.join(', then ')))]
    .filter(Boolean)
    .join(' and ');
  const endpoints = ways.map(({ endpoint }) => endpoint);
  if (endpoints.every((endpoint, index) => endpoint === target.endpoints[index]) && !via)
    return target;
  return { ...target, endpoints, ...(via && { via: printable(via) }) };
}

/** @param passed where the chain of relays has been: one that leads to itself is not followed for ever */
async function followEndpoint(
  endpoint: Endpoint,
  target: Target,
  listeners: Listeners,
  passed: readonly string[] = [],
): Promise<Way> {
  const at = localEndOf(endpoint);
  const found = at
    ? await listeners.find(at)
    : 'host' in endpoint && listeners.findName?.(endpoint.host);
  if (!found) return { endpoint, via: [] };
  if (found.kind !== 'tunnel') return { endpoint: withAnswer(endpoint, answerOf(found)), via: [] };
  if (!at) return { endpoint, via: [found.via] };
  const far = chooseForward(found, at, target.database)?.far;
  if (!far) return { endpoint, via: [found.via] };
  if (!found.isRelay || !localEndOf(far)) return { endpoint: far, via: [found.via] };
  const here = JSON.stringify(at);
  if (passed.includes(here)) return { endpoint: withAnswer(far, unidentified(found.via)), via: [] };
  const rest = await followEndpoint(far, target, listeners, [...passed, here]);
  return { endpoint: rest.endpoint, via: [found.via, ...rest.via] };
}

/** Where to look for a listener; `undefined` for what is not on this machine or has no port. */
function localEndOf(endpoint: Endpoint): LocalEnd | undefined {
  if (endpoint.kind !== 'tcp' && endpoint.kind !== 'socket') return undefined;
  if (placeOf(endpoint).kind !== 'thisMachine') return undefined;
  if (endpoint.kind === 'tcp')
    return endpoint.port === 0
      ? undefined
      : { kind: 'tcp', host: endpoint.host, port: endpoint.port };
  const { path, port } = endpoint;
  return { kind: 'socket', path: port === undefined ? path : `${path}/.s.PGSQL.${port}` };
}

function withAnswer(endpoint: Endpoint, answering: Answering): Endpoint {
  return endpoint.kind === 'tcp' || endpoint.kind === 'socket'
    ? { ...endpoint, answering }
    : endpoint;
}

function answerOf(found: Exclude<FoundListener, Tunnel>): Answering {
  switch (found.kind) {
    case 'nothing':
    case 'server':
      return found;
    case 'container':
      return unidentified('a container');
    case 'unknown':
      return unidentified(found.program);
  }
}

function unidentified(program: string | undefined): Answering {
  return { kind: 'unidentified', ...(program !== undefined && { program: printable(program) }) };
}
