import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Mocha from 'mocha';
import type { CleanUp } from '../cleanUp';
import { createEventReporter } from '../eventReporter';
import { Results } from '../results';

const folder = resolve('test/windows');

/** The tests of whole windows whose paths contain one of `names`, or all there are. */
export function findWindowTests(names: readonly string[]): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => names.length === 0 || names.some((name) => file.includes(name)))
    .sort();
}

/** Runs tests that open and close windows themselves, and that can see what a closed window leaves behind. */
export async function runWindowTests(
  files: readonly string[],
  grep: string | undefined,
  cleanUp: CleanUp,
): Promise<Results> {
  const results = new Results();
  const reporter = createEventReporter(results.report);
  const mocha = new Mocha({ timeout: 120_000, reporter, ...(grep && { grep }) });
  for (const file of files) mocha.addFile(join(folder, file));
  await mocha.loadFilesAsync();
  await new Promise<void>((ended) => {
    const runner = mocha.run(() => ended());
    // The hooks of an aborted run still close its windows.
    cleanUp.add(() => runner.abort());
  });
  return results;
}
