import { Environment } from '../../core/environment/environment';
import { contextInConfiguration, remoteEngine } from '../../core/tunnels/containerEngine';
import { readContainerName } from '../../core/tunnels/containerImage';
import { contextInUse, isLocalCluster, kubeconfigPaths } from '../../core/tunnels/kubeconfig';
import type { Elsewhere } from '../../shells/wrapper';
import { readCompose } from '../compose/services';
import type { Files } from '../files';
import { describePlace } from './chosenPlace';

/** Where a run is that does not run on this machine itself. */
export type Whereabouts =
  | { readonly kind: 'service'; readonly name: string; readonly composeFiles: readonly string[] }
  /** In a container of this machine that is a database server, or in a cluster of this machine. */
  | { readonly kind: 'inside'; readonly program: string }
  /** In a container of this machine of which nothing is known. */
  | { readonly kind: 'unseen'; readonly via: string }
  | { readonly kind: 'away'; readonly via: string };

interface From {
  readonly files: Files;
  readonly cwd: string;
  readonly home: string;
}

/** Looks up what the words leave open: the context in use, and the services that containers belong to. */
export async function locate(from: From, place: Elsewhere): Promise<Whereabouts> {
  switch (place.kind) {
    case 'machine':
      return { kind: 'away', via: place.via };
    case 'pod':
      return locatePod(from, place);
    case 'service':
    case 'container': {
      const engine = await engineInUse(from);
      if (engine !== undefined)
        return { kind: 'away', via: `${describePlace(place)} on ${engine}` };
      return place.kind === 'service' ? place : locateContainer(from, place.name);
    }
  }
}

async function engineInUse({ files, home }: From): Promise<string | undefined> {
  const content = await files.read(`${home}/.docker/config.json`);
  const context = content.kind === 'text' ? contextInConfiguration(content.text) : undefined;
  return remoteEngine({ context });
}

async function locateContainer({ files, cwd }: From, name: string): Promise<Whereabouts> {
  const { services } = await readCompose(files, cwd, [], new Environment([]));
  const service = services.find(
    (candidate) =>
      candidate.containerName === name ||
      candidate.name === name.replace(/^.+[-_](?=.+[-_]\d+$)/, '').replace(/[-_]\d+$/, ''),
  );
  if (service) return { kind: 'service', name: service.name, composeFiles: [] };
  const program = `the container ${name}`;
  return readContainerName(name) ? { kind: 'inside', program } : { kind: 'unseen', via: program };
}

async function locatePod(
  { files, cwd, home }: From,
  { via, context, kubeconfig }: Extract<Elsewhere, { kind: 'pod' }>,
): Promise<Whereabouts> {
  const used = context ?? (await readContext(files, kubeconfigPaths(kubeconfig, { cwd, home })));
  if (used === undefined) return { kind: 'away', via };
  return isLocalCluster(used)
    ? { kind: 'inside', program: `a pod of the local cluster ${used}` }
    : { kind: 'away', via: `${via}, context ${used}` };
}

async function readContext(files: Files, paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const content = await files.read(path);
    const context = content.kind === 'text' ? contextInUse(content.text) : undefined;
    if (context !== undefined) return context;
  }
  return undefined;
}
