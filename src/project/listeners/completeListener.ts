import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { withKubeconfig } from '../../core/tunnels/kinds/kubectl';
import { withPgbouncerFile } from '../../core/tunnels/kinds/pgbouncer';
import { withSshConfig } from '../../core/tunnels/kinds/ssh';
import type { Listener, LocalEnd, Tunnel } from '../../core/tunnels/listener';
import { chooseForward } from '../../core/tunnels/readListener';
import { diskFiles } from '../diskFiles';
import { findContainer } from './containers';
import { runBriefly } from './runBriefly';

/** Looks up what a command line leaves open: forwards of configuration files, images of containers. */
export async function completeListener(
  listener: Listener,
  at: LocalEnd,
  isOwn: boolean,
): Promise<Listener> {
  if (listener.kind === 'container' && at.kind === 'tcp' && at.port !== undefined)
    return findContainer(listener, at.port);
  if (listener.kind !== 'tunnel') return listener;
  const { elsewhere } = listener;
  switch (elsewhere?.kind) {
    case 'sshConfig':
      return chooseForward(listener, at) ? listener : readSshConfig(listener, elsewhere, isOwn);
    case 'pgbouncerFile':
      return withText(listener, [elsewhere.path], withPgbouncerFile);
    case 'kubeconfig':
      return withText(listener, kubeconfigs(elsewhere.file), withKubeconfig);
    case undefined:
      return listener;
  }
}

/** A configuration may run commands that hold the name, so it must be one; and another user's file is not to be run at all. */
const plainName = /^(?!-)[\w.@:/[\]-]+$/;

async function readSshConfig(
  tunnel: Tunnel,
  { destination, file }: { readonly destination: string; readonly file?: string },
  isOwn: boolean,
): Promise<Tunnel> {
  const isSafe = file === undefined || (isOwn && isAbsolute(file));
  if (!isSafe || !plainName.test(destination)) return tunnel;
  const chosen = file === undefined ? [] : ['-F', file];
  const printed = await runBriefly('ssh', [...chosen, '-G', '--', destination]);
  return printed === undefined ? tunnel : withSshConfig(tunnel, printed);
}

function kubeconfigs(file: string | undefined): readonly string[] {
  const named = file ?? process.env['KUBECONFIG'];
  return named ? named.split(delimiter) : [join(homedir(), '.kube', 'config')];
}

/** The first file that has something to add does. */
async function withText(
  tunnel: Tunnel,
  paths: readonly string[],
  add: (tunnel: Tunnel, text: string) => Tunnel,
): Promise<Tunnel> {
  for (const path of paths.filter(isAbsolute)) {
    const content = await diskFiles.read(path);
    const added = content.kind === 'text' ? add(tunnel, content.text) : tunnel;
    if (added !== tunnel) return added;
  }
  return tunnel;
}
