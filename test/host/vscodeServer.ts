import { join } from 'node:path';
import { startProcess, waitForOutput } from '../processes';
import type { HostPackages } from './hostPackages';
import { writeWindowSettings } from './windowSettings';

export interface ServerOptions {
  /** Everything the server writes goes here. */
  readonly dataFolder: string;
  readonly env: NodeJS.ProcessEnv;
  /** Ask whether the folder is trusted, as VS Code does for people. */
  readonly asksForTrust?: boolean;
  /** Without one, any program of this machine may connect: fine for an empty test window. */
  readonly token?: string;
  /** How long a window that went without a word keeps its extension host and terminals. VS Code's default is hours. */
  readonly graceSeconds?: number;
}

export interface VscodeServer {
  readonly port: number;
  readonly pid: number;
  readonly logsFolder: string;
  readonly exited: Promise<number | null>;
  output(): string;
  stop(): Promise<void>;
}

/** VS Code's server on a loopback port of its own choice. */
export async function startVscodeServer(
  packages: HostPackages,
  options: ServerOptions,
): Promise<VscodeServer> {
  const { dataFolder, env, asksForTrust = false, token, graceSeconds } = options;
  writeWindowSettings(join(dataFolder, 'data/Machine/settings.json'));
  const flags = ['--accept-server-license-terms'];
  flags.push(...(token ? ['--connection-token', token] : ['--without-connection-token']));
  // Without the smoke test driver, the page ignores extensionTestsPath.
  flags.push('--enable-smoke-test-driver', '--disable-telemetry');
  if (graceSeconds !== undefined) flags.push('--reconnection-grace-time', `${graceSeconds}`);
  if (!asksForTrust) flags.push('--disable-workspace-trust');
  const folders = ['--server-data-dir', dataFolder, '--extensions-dir', join(dataFolder, 'ext')];
  const server = await startProcess(
    packages.node,
    [packages.serverMain, '--host', '127.0.0.1', '--port', '0', ...flags, ...folders],
    { env },
  );
  const [, port] = await waitForOutput(server, /bound to 127\.0\.0\.1:(\d+)/, 60_000).catch(
    async (error: unknown) => {
      await server.stop();
      throw error;
    },
  );
  const logsFolder = join(dataFolder, 'data/logs');
  return { ...server, port: Number(port), logsFolder };
}
