import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { CleanUp } from '../cleanUp';
import { launchChromium } from './chromium';
import { installHost, type HostPackages } from './hostPackages';
import { startVscodeServer, type ServerOptions } from './vscodeServer';
import { windowUrl, type WindowAddress } from './windowUrl';

export interface WindowOptions extends ServerOptions, WindowAddress {
  readonly tests: string;
  readonly extension: string;
}

export interface OpenWindow {
  readonly page: () => Promise<Page>;
  /** Resolves when the tests have run, or when the window or its server is gone. */
  readonly ended: Promise<void>;
  /** What the extension logged and what went wrong in the page, for when a test failed. */
  logs(): string;
}

export interface Host {
  open(options: WindowOptions, cleanUp: CleanUp): Promise<OpenWindow>;
}

const size = { width: 1280, height: 800 };

/** The extension's own log of this run, wherever VS Code put it. */
export function readExtensionLogs(logsFolder: string): string {
  const names = readdirSync(logsFolder, { recursive: true, encoding: 'utf8' });
  const own = names.filter((name) => /safety-catch.*\.log$/i.test(name));
  return own.map((name) => readFileSync(join(logsFolder, name), 'utf8')).join('\n');
}

/** Complaints of the page that concern the extension. VS Code's own are many, and harmless. */
function collectComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && /safety-?catch/i.test(text)) complaints.push(text);
  });
  return complaints;
}

class BrowserHost implements Host {
  constructor(
    private readonly packages: HostPackages,
    private readonly browser: Browser,
  ) {}

  async open(options: WindowOptions, cleanUp: CleanUp): Promise<OpenWindow> {
    const server = await startVscodeServer(this.packages, options);
    cleanUp.add(() => server.stop());
    const context = await this.browser.newContext({ viewport: size });
    cleanUp.add(() => context.close());
    const page = await context.newPage();
    const complaints = collectComplaints(page);
    const ended = new Promise<void>((resolve) => {
      page.once('close', () => resolve());
      page.once('crash', () => resolve());
      void server.exited.then(() => resolve());
      void page.exposeFunction('codeAutomationExit', () => resolve());
    });
    await page.exposeFunction('codeAutomationLog', () => undefined);
    await page.goto(windowUrl(server.port, options));
    const logs = (): string =>
      [readExtensionLogs(server.logsFolder), ...complaints].filter(Boolean).join('\n');
    return { page: () => Promise.resolve(page), ended, logs };
  }
}

/** VS Code's server and web client with a headless Chromium: a real VS Code that needs no display. */
export async function startBrowserHost(cleanUp: CleanUp): Promise<Host> {
  const packages = await installHost();
  const browser = await launchChromium();
  cleanUp.add(() => browser.close());
  return new BrowserHost(packages, browser);
}
