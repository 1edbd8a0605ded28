import { contextInUse, isLocalCluster, kubeconfigPaths } from '../../tunnels/kubeconfig';
import { optionValue, variableOf, type Command } from '../command';
import type { PlaceName, ResourcePlace } from '../resourcePlace';
import { namesFrom } from './namedPlace';

const sources = {
  'the context': '--context --kube-context --kubecontext $HELM_KUBECONTEXT',
  'the namespace': '--namespace -n $HELM_NAMESPACE',
  'the cluster': '--cluster --server -s --kube-apiserver $HELM_KUBEAPISERVER',
};

/** The cluster, by the context of the command or the one in use, and the namespace. */
export function placeInKubernetes(command: Command): ResourcePlace {
  const named = namesFrom(sources, command);
  const isNamed = named.some(({ what }) => what === 'the context');
  const names = isNamed ? named : [...named, ...contextOfFiles(command)];
  const local = names.find(({ what, name }) => what === 'the context' && isLocalCluster(name));
  return local
    ? { provider: `the cluster ${local.name}`, kind: 'local', names: [] }
    : { provider: 'Kubernetes', kind: 'cloud', names };
}

/** The first file that says it counts. */
function contextOfFiles(command: Command): readonly PlaceName[] {
  const { home, cwd, readFile } = command.context;
  const named = optionValue(command, 'kubeconfig') ?? variableOf(command, 'KUBECONFIG');
  for (const file of kubeconfigPaths(named, { cwd, home })) {
    const name = contextInUse(readFile(file) ?? '');
    const origin = { kind: 'file', name: 'current-context', file } as const;
    if (name !== undefined) return [{ what: 'the context', name, origin }];
  }
  return [];
}
