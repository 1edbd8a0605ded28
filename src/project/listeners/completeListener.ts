import { isAbsolute } from 'node:path';
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
  if (listener.kind !== 'tunnel' || chooseForward(listener, at)) return listener;
  switch (listener.elsewhere?.kind) {
    case 'sshConfig':
      return readSshConfig(listener, listener.elsewhere, isOwn);
    case 'pgbouncerFile':
      return readPgbouncerFile(listener, listener.elsewhere.path);
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

async function readPgbouncerFile(tunnel: Tunnel, path: string): Promise<Tunnel> {
  if (!isAbsolute(path)) return tunnel;
  const content = await diskFiles.read(path);
  return content.kind === 'text' ? withPgbouncerFile(tunnel, content.text) : tunnel;
}
