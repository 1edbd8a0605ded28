import { pathFrom } from '../targets/pathFrom';

/** Clusters that run on this machine, by the context names that their own tools write. */
const localCluster =
  /^(?:minikube|docker-desktop|docker-for-desktop|rancher-desktop|orbstack|colima(?:-[\w-]+)?|microk8s|crc-.+|kind-[\w.-]+|k3d-[\w.-]+)$/;

export function isLocalCluster(context: string): boolean {
  return localCluster.test(context);
}

/** The context that a configuration file of Kubernetes has in use. */
export function contextInUse(text: string): string | undefined {
  const [, quoted, plain] =
    /^current-context: *(?:["']([^"'\n]+)["']|([^\s#"']+))/m.exec(text) ?? [];
  return quoted ?? plain;
}

/** The files that a variable or an option lists, else the usual one. Windows has a colon in each path. */
export function kubeconfigPaths(
  list: string | undefined,
  { cwd, home }: { readonly cwd: string; readonly home: string },
): readonly string[] {
  if (!list) return [`${home}/.kube/config`];
  const separator = list.includes(';') || /^[a-z]:[\\/]/i.test(list) ? ';' : ':';
  return list
    .split(separator)
    .filter(Boolean)
    .map((path) => pathFrom(cwd, path));
}
