import type { CleanUp } from '../cleanUp';
import { addCounts, none, type Counts } from '../counts';
import { dim } from '../progress';
import { findWindowTests, runWindowTests } from '../windows/runWindowTests';
import { startBrowserHost } from './browserHost';
import { bundle } from './bundle';
import { startDesktopHost } from './desktopHost';
import { runWindow } from './runWindow';
import { findWindows } from './windows';

export interface HostTestOptions {
  readonly desktop?: boolean;
  /** Only tests whose titles match. */
  readonly grep?: string;
  /** Only files whose paths contain one of these. */
  readonly names?: readonly string[];
}

/** Runs the tests that need a real VS Code, window after window. */
export async function runHostTests(
  { desktop = false, grep, names = [] }: HostTestOptions,
  cleanUp: CleanUp,
): Promise<Counts> {
  const windows = findWindows(names);
  const tests = await bundle(windows.flatMap(({ files }) => files));
  const host = await (desktop ? startDesktopHost() : startBrowserHost(cleanUp));
  let counts = none;
  for (const window of windows) {
    const results = await runWindow({ host, tests, grep, cleanUp }, window);
    counts = addCounts(counts, results.counts());
  }
  // Desktop VS Code has no server whose windows come and go.
  const wholeWindowTests = desktop ? [] : findWindowTests(names);
  if (wholeWindowTests.length > 0) {
    console.log(dim('  in windows that are opened and closed'));
    const results = await runWindowTests(wholeWindowTests, grep, cleanUp);
    counts = addCounts(counts, results.counts());
  }
  return counts;
}
