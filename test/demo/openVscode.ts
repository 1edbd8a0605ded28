import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { CleanUp } from '../cleanUp';
import { findCommand } from '../findCommand';
import { installHost } from '../host/hostPackages';
import { startVscodeServer } from '../host/vscodeServer';
import { writeWindowSettings } from '../host/windowSettings';
import { windowUrl } from '../host/windowUrl';
import { startProcess } from '../processes';

export interface DemoWindow {
  readonly folder: string;
  readonly dataFolder: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Resolves when the window, or the server behind it, is closed. */
export interface OpenedVscode {
  readonly where: string;
  readonly closed: Promise<unknown>;
}

const browser = process.env['SAFETY_CATCH_DEMO_BROWSER'];

async function openDesktop(
  code: string,
  demo: DemoWindow,
  cleanUp: CleanUp,
): Promise<OpenedVscode> {
  const { folder, dataFolder, env } = demo;
  writeWindowSettings(join(dataFolder, 'User/settings.json'));
  const flags = ['--new-window', '--wait', '--disable-extensions', '--disable-workspace-trust'];
  const ours = ['--extensionDevelopmentPath', process.cwd(), '--user-data-dir', dataFolder];
  const vscode = await startProcess(code, [...flags, ...ours, folder], { env });
  cleanUp.add(() => vscode.stop());
  return { where: 'VS Code opens in a window of its own.', closed: vscode.exited };
}

function showInBrowser(url: string): void {
  const opener = browser ?? findCommand(process.platform === 'darwin' ? 'open' : 'xdg-open');
  if (!opener || opener === 'none') return;
  // Not a process to be ended with the demo: it may well be the browser itself.
  spawn(opener, [url], { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}

async function openServer(demo: DemoWindow, cleanUp: CleanUp): Promise<OpenedVscode> {
  const packages = await installHost();
  const token = randomBytes(16).toString('hex');
  const server = await startVscodeServer(packages, { ...demo, token });
  cleanUp.add(() => server.stop());
  const { folder } = demo;
  const url = windowUrl(server.port, { folder, extension: process.cwd(), token });
  showInBrowser(url);
  return { where: `Open in a browser:\n\n  ${url}`, closed: server.exited };
}

/** Desktop VS Code where there is one, else the one from npm, which needs a browser. */
export function openVscode(demo: DemoWindow, cleanUp: CleanUp): Promise<OpenedVscode> {
  const code = browser === undefined ? findCommand('code') : undefined;
  return code ? openDesktop(code, demo, cleanUp) : openServer(demo, cleanUp);
}
