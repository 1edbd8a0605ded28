import { lastValue, readOptions } from '../../targets/tools/toolOptions';
import { contextInUse, isLocalCluster } from '../kubeconfig';
import { farName, localTcp, portOfText } from '../ends';
import type { Forward, Tunnel } from '../listener';
import type { TunnelKind } from '../tunnelKind';

const shape = {
  valued: ['namespace', 'context', 'cluster', 'kubeconfig', 'server', 'user', 'token', 'as'].concat(
    ['as-group', 'as-uid', 'address', 'pod-running-timeout', 'request-timeout', 'cache-dir', 'v'],
    ['certificate-authority', 'client-certificate', 'client-key', 'tls-server-name'],
    ['username', 'password', 'profile', 'profile-output'],
  ),
  aliases: { n: 'namespace', s: 'server' },
  bundles: true,
} as const;

const types: Readonly<Record<string, string>> = {
  service: 'svc',
  services: 'svc',
  pods: 'pod',
  po: 'pod',
  deploy: 'deployment',
  deployments: 'deployment',
  sts: 'statefulset',
  statefulsets: 'statefulset',
};

export const kubectl: TunnelKind = {
  id: 'kubectl',
  programs: ['kubectl', 'oc', 'kubecolor', 'microk8s.kubectl'],
  read({ args }) {
    const given = readOptions(args, shape);
    const [verb, resource, ...ports] = given.words;
    if (verb !== 'port-forward' || resource === undefined) return undefined;
    const context = lastValue(given, 'context');
    if (context !== undefined && isLocalCluster(context))
      return { kind: 'server', program: `${resource} of the local cluster ${context}` };
    const namespace = lastValue(given, 'namespace');
    const addresses = (lastValue(given, 'address') ?? '127.0.0.1').split(',');
    const far = (port: number | undefined) =>
      farName([...nameOf(resource), namespace, context, 'svc'], port);
    const forwards = ports.flatMap((text): Forward[] => {
      const [here, there = here] = text.split(':');
      return addresses.map((address) => ({
        local: localTcp(portOfText(here), address),
        far: far(portOfText(there)),
      }));
    });
    const via = viaOf(resource, namespace, context);
    const file = lastValue(given, 'kubeconfig');
    const elsewhere = { kind: 'kubeconfig', ...(file !== undefined && { file }) } as const;
    return {
      kind: 'tunnel',
      tool: 'kubectl',
      via,
      forwards,
      ...(context === undefined && { elsewhere }),
    };
  },
};

/**
 * Adds the context that a configuration names, if any. It may have changed since the tunnel was opened, so it is told,
 * but does not become a part of the far end's name.
 */
export function withKubeconfig(tunnel: Tunnel, text: string): Tunnel {
  const context = contextInUse(text);
  return context === undefined ? tunnel : { ...tunnel, via: `${tunnel.via} of ${context}` };
}

/** `postgres` of the services, `pg-0.pod` of all others: the names that clusters give go on with the namespace. */
function nameOf(resource: string): (string | undefined)[] {
  const [written = 'pod', name] = resource.includes('/') ? resource.split('/') : ['pod', resource];
  const type = types[written] ?? written;
  return type === 'svc' ? [name] : [name, type];
}

function viaOf(resource: string, namespace?: string, context?: string): string {
  return [
    `kubectl port-forward to ${resource}`,
    ...(namespace ? [`in namespace ${namespace}`] : []),
    ...(context ? [`of ${context}`] : []),
  ].join(' ');
}
