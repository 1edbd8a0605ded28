import { cpSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { CleanUp } from '../cleanUp';
import { launchChromium } from '../host/chromium';
import { installHost } from '../host/hostPackages';
import { startVscodeServer, type VscodeServer } from '../host/vscodeServer';
import { windowUrl } from '../host/windowUrl';
import { windowVariables } from '../host/windowVariables';
import { makeScratchFolder, removeScratchFolder } from '../scratchFolder';
import { findDescendants } from './systemProcesses';
import { VscodeWindow } from './vscodeWindow';

const size = { width: 1280, height: 800 };

export interface VscodeOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** A module whose `run()` is called in every window, beside the extension as it is in its sources' folder. */
  readonly tests?: string;
}

/** What is packaged, unpacked where VS Code looks for extensions: it can end, crash and be restarted like any other. */
function installExtension(folder: string): void {
  for (const name of ['package.json', 'dist', 'media'])
    cpSync(name, join(folder, name), { recursive: true });
}

/** A VS Code whose windows are opened, used and closed from outside, with nothing of a test inside them. */
export class Vscode {
  private constructor(
    private readonly root: string,
    private readonly cleanUp: CleanUp,
    private readonly browser: Browser,
    private readonly server: VscodeServer,
    private readonly tests: string | undefined,
    /** What a terminal of a window inherits. */
    readonly env: NodeJS.ProcessEnv,
  ) {}

  static async start({ env: own, tests }: VscodeOptions = {}): Promise<Vscode> {
    const cleanUp = new CleanUp();
    const root = makeScratchFolder('windows');
    cleanUp.add(() => removeScratchFolder(root));
    for (const name of ['home', 'runtime']) mkdirSync(join(root, name), { mode: 0o700 });
    const env = {
      ...windowVariables(join(root, 'home')),
      XDG_RUNTIME_DIR: join(root, 'runtime'),
      ...own,
    };
    const dataFolder = join(root, 'vscode');
    if (!tests) installExtension(join(dataFolder, 'ext/safety-catch'));
    const server = await startVscodeServer(await installHost(), {
      dataFolder,
      env,
      graceSeconds: 1,
    });
    cleanUp.add(() => server.stop());
    const browser = await launchChromium();
    cleanUp.add(() => browser.close());
    return new Vscode(root, cleanUp, browser, server, tests, env);
  }

  /** Where everything is that VS Code and the extension write: settings, state, logs. */
  get dataFolder(): string {
    return join(this.root, 'vscode');
  }

  /** Where the extension leaves notes for shells and for later windows. */
  get runtimeFolder(): string {
    return join(this.root, 'runtime', 'safety-catch');
  }

  /** A copy of a folder of the repository. */
  copy(workspace: string): string {
    const name = basename(workspace) === 'workspace' ? dirname(workspace) : workspace;
    const folder = join(this.root, basename(name));
    cpSync(workspace, folder, { recursive: true });
    return folder;
  }

  async open(folder: string): Promise<VscodeWindow> {
    const context = await this.browser.newContext({ viewport: size });
    const page = await context.newPage();
    const before = this.extensionHosts();
    const { tests } = this;
    const underTest = tests ? { tests, extension: process.cwd() } : {};
    await page.goto(windowUrl(this.server.port, { folder, ...underTest }));
    const newHosts = () => this.extensionHosts().filter((host) => !before.includes(host));
    return new VscodeWindow(page, newHosts);
  }

  /** The processes in which extensions run, one for each window. */
  extensionHosts(): readonly number[] {
    return findDescendants(this.server.pid)
      .filter(({ command }) => command.includes('--type=extensionHost'))
      .map(({ processId }) => processId);
  }

  /** The command lines of all that windows have started, as far as they hold a text. */
  processesWith(text: string): readonly string[] {
    return findDescendants(this.server.pid)
      .map(({ command }) => command)
      .filter((command) => command.includes(text));
  }

  stop(): Promise<void> {
    return this.cleanUp.run();
  }
}
