import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { findCommand, isExecutable } from '../findCommand';
import { runCommand, startProcess, waitForOutput } from '../processes';
import { CleanUp } from '../cleanUp';
import { findFreePort } from './freePort';
import type { Missing } from './server';

export interface SshServer {
  /** For `ssh -F`: `bastion.example.com` and `prod-tunnel` are this server. */
  readonly config: string;
  stop(): Promise<void>;
}

/** Not on the path of most users. */
const usualPath = '/usr/sbin/sshd';

/** A real ssh server on a loopback port, with keys of its own, for the current user. */
export async function startSshServer(): Promise<SshServer | Missing> {
  const program = findCommand('sshd') ?? (isExecutable(usualPath) ? usualPath : undefined);
  if (program === undefined || !findCommand('ssh'))
    return { kind: 'missing', reason: 'there is no sshd here (Debian: openssh-server)' };
  const cleanUp = new CleanUp();
  const folder = mkdtempSync(join(tmpdir(), 'safety-catch-sshd-'));
  cleanUp.add(() => rmSync(folder, { recursive: true, force: true }));
  try {
    const config = await listen(program, folder, cleanUp);
    return { config, stop: () => cleanUp.run() };
  } catch (error) {
    await cleanUp.run();
    throw error;
  }
}

async function listen(program: string, folder: string, cleanUp: CleanUp): Promise<string> {
  const at = (name: string): string => join(folder, name);
  for (const name of ['host', 'user'])
    await runCommand('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(name)]);
  const port = await findFreePort();
  writeFileSync(at('sshd_config'), serverConfig(folder, port));
  writeFileSync(at('config'), clientConfig(folder, port));
  makeRunFolder(cleanUp);
  const running = await startProcess(program, ['-D', '-e', '-f', at('sshd_config')]);
  cleanUp.add(() => running.stop());
  await waitForOutput(running, /Server listening on/, 10_000);
  return at('config');
}

function serverConfig(folder: string, port: number): string {
  return `
Port ${port}
ListenAddress 127.0.0.1
HostKey ${folder}/host
AuthorizedKeysFile ${folder}/user.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
`;
}

function clientConfig(folder: string, port: number): string {
  return `
Host bastion.example.com prod-tunnel
  HostName 127.0.0.1
  Port ${port}
  User ${userInfo().username}
Host *
  IdentityFile ${folder}/user
  IdentitiesOnly yes
  UserKnownHostsFile ${folder}/known_hosts
  StrictHostKeyChecking no
  BatchMode yes
  ExitOnForwardFailure yes
`;
}

/** Debian's sshd wants this folder when root starts it; the start-up of a system makes it. */
function makeRunFolder(cleanUp: CleanUp): void {
  const folder = '/run/sshd';
  if (process.getuid?.() !== 0 || existsSync(folder)) return;
  mkdirSync(folder, { mode: 0o755 });
  cleanUp.add(() => rmSync(folder, { recursive: true, force: true }));
}
