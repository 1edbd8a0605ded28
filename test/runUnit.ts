import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Mocha from 'mocha';
import { createEventReporter } from './eventReporter';
import { Results } from './results';

const folder = resolve('test/unit');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .sort();

/** A file that cannot be loaded is one failure, and no reason to know nothing of the others. */
async function load(mocha: Mocha, results: Results): Promise<void> {
  for (const file of files) {
    mocha.files = [join(folder, file)];
    try {
      await mocha.loadFilesAsync();
    } catch (error) {
      results.fail(`${file} can be loaded`, (error as Error).stack ?? String(error));
    }
  }
}

/** Runs the unit tests as plain `mocha` does, and tells the process that started it the counts. */
async function runUnit(grep: string | undefined): Promise<void> {
  const results = new Results();
  const reporter = createEventReporter(results.report);
  const mocha = new Mocha({ timeout: 20_000, reporter, ...(grep && { grep }) });
  await load(mocha, results);
  const runner = mocha.run(() => {
    const counts = results.counts();
    // What a test forgot to close must not keep the run waiting.
    const exit = (): never => process.exit(counts.failed > 0 ? 1 : 0);
    if (process.send) process.send(counts, exit);
    else exit();
  });
  // Ends after the running test, with all its clean-up.
  process.once('SIGINT', () => runner.abort());
}

void runUnit(process.argv[2]);
