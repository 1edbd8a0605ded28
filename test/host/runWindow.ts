import { cpSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { CleanUp } from '../cleanUp';
import { withResolvers } from '../processes';
import { dim } from '../progress';
import { makeScratchFolder, removeScratchFolder } from '../scratchFolder';
import type { Host, OpenWindow } from './browserHost';
import { createDriverActions } from './driverActions';
import { startDriverServer } from './driverServer';
import { Results } from '../results';
import type { TestWindow } from './windows';
import { windowVariables } from './windowVariables';

const startMs = 90_000;
const windowMs = 600_000;

export interface HostRun {
  readonly host: Host;
  /** The module whose `run()` VS Code calls. */
  readonly tests: string;
  readonly grep?: string;
  /** What ends windows when the whole run is interrupted. */
  readonly cleanUp: CleanUp;
}

function makeFolders(workspace: string, cleanUp: CleanUp) {
  const root = makeScratchFolder('host');
  cleanUp.add(() => removeScratchFolder(root));
  const name = basename(workspace) === 'workspace' ? dirname(workspace) : workspace;
  const folder = join(root, basename(name));
  cpSync(workspace, folder, { recursive: true });
  const home = join(root, 'home');
  mkdirSync(home);
  return { folder, home, dataFolder: join(root, 'vscode') };
}

/** Why the tests cannot be waited for any longer, unless they end by themselves. */
async function waitForEnd(results: Results, window: OpenWindow): Promise<string | undefined> {
  const { promise: late, resolve } = withResolvers<string>();
  const start = setTimeout(() => {
    if (!results.hasStarted) resolve(`VS Code ran no test in ${startMs / 1000} s`);
  }, startMs);
  const end = setTimeout(
    () => resolve(`the tests were not done in ${windowMs / 1000} s`),
    windowMs,
  );
  const gone = window.ended.then(() =>
    results.hasEnded ? undefined : 'VS Code ended before the tests did',
  );
  return Promise.race([late, gone]).finally(() => [start, end].forEach(clearTimeout));
}

async function openWindow(
  run: HostRun,
  { workspace, asksForTrust, files }: TestWindow,
  { report, cleanUp }: { readonly report: Results['report']; readonly cleanUp: CleanUp },
): Promise<OpenWindow> {
  const { folder, home, dataFolder } = makeFolders(workspace, cleanUp);
  // The tests may ask for the page before VS Code's window is known to be open.
  const opened = withResolvers<OpenWindow>();
  const page = async (): Promise<Page> => (await opened.promise).page();
  const driver = await startDriverServer({ ...createDriverActions({ page, cleanUp }), report });
  cleanUp.add(driver.stop);
  const env = {
    ...windowVariables(home),
    ...driver.env,
    SAFETY_CATCH_TEST_FILES: files.map((file) => file.replace(/\.ts$/, '.js')).join(','),
    SAFETY_CATCH_TEST_GREP: run.grep,
  };
  const options = { folder, dataFolder, env, asksForTrust, tests: run.tests };
  const window = await run.host.open({ ...options, extension: process.cwd() }, cleanUp);
  opened.resolve(window);
  return window;
}

/** Runs the tests of one window in a copy of its workspace, and leaves nothing of both behind. */
export async function runWindow(run: HostRun, testWindow: TestWindow): Promise<Results> {
  const { workspace } = testWindow;
  console.log(dim(`  in a window on ${workspace}`));
  const cleanUp = new CleanUp();
  run.cleanUp.add(() => cleanUp.run());
  const results = new Results();
  try {
    const window = await openWindow(run, testWindow, { report: results.report, cleanUp });
    const complaint = await waitForEnd(results, window);
    if (run.cleanUp.hasBegun) return results;
    if (complaint) results.fail(workspace, complaint);
    if (results.failures.length > 0) console.log(dim(window.logs()));
  } catch (error) {
    if (!run.cleanUp.hasBegun) results.fail(workspace, String(error));
  } finally {
    await cleanUp.run();
  }
  return results;
}
