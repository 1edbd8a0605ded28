import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { CleanUp } from '../cleanUp';
import { withProgress } from '../progress';
import { findFreePort } from '../servers/freePort';
import { readExtensionLogs, type Host, type OpenWindow, type WindowOptions } from './browserHost';
import { writeWindowSettings } from './windowSettings';

const version = '1.139.0';

function findWorkbench(browser: Browser): Page {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const page = pages.find((candidate) => candidate.url().includes('workbench'));
  if (!page) throw new Error('VS Code has no window that can be driven');
  return page;
}

/** Connects when a test first asks for the window: until then there may be none. */
function connectOnce(port: number, cleanUp: CleanUp): () => Promise<Page> {
  let page: Promise<Page> | undefined;
  const connect = async (): Promise<Page> => {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    cleanUp.add(() => browser.close());
    return findWorkbench(browser);
  };
  return () => (page ??= connect());
}

class DesktopHost implements Host {
  constructor(private readonly executable: string) {}

  async open(options: WindowOptions, cleanUp: CleanUp): Promise<OpenWindow> {
    writeWindowSettings(join(options.dataFolder, 'User/settings.json'));
    const port = await findFreePort();
    const flags = ['--disable-extensions', '--skip-welcome', `--remote-debugging-port=${port}`];
    if (!options.asksForTrust) flags.push('--disable-workspace-trust');
    const ended = runTests({
      vscodeExecutablePath: this.executable,
      extensionDevelopmentPath: options.extension,
      extensionTestsPath: options.tests,
      extensionTestsEnv: options.env,
      launchArgs: [options.folder, ...flags, '--user-data-dir', options.dataFolder],
    });
    return {
      page: connectOnce(port, cleanUp),
      // The tests have reported what failed: the exit code adds nothing.
      ended: ended.then(
        () => undefined,
        () => undefined,
      ),
      logs: () => readExtensionLogs(join(options.dataFolder, 'logs')),
    };
  }
}

/** Desktop VS Code, downloaded once. Its window is driven over Electron's debugging port. */
export async function startDesktopHost(): Promise<Host> {
  const executable = await withProgress(`Finding desktop VS Code ${version}`, () =>
    downloadAndUnzipVSCode({ version, cachePath: '.cache/desktop' }),
  );
  return new DesktopHost(executable);
}
