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
