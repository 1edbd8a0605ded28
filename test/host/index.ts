import { join } from 'node:path';
import Mocha from 'mocha';
import { createEventReporter } from '../eventReporter';
import { driver } from './driver';
import { ignoreForeignErrors } from './foreignErrors';

class Reporter extends createEventReporter((event) => driver.report(event)) {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    ignoreForeignErrors(runner);
  }
}

/** What VS Code calls inside the extension host. Which files run here is told by a variable. */
export async function run(): Promise<void> {
  const { SAFETY_CATCH_TEST_FILES: files = '', SAFETY_CATCH_TEST_GREP: grep } = process.env;
  const mocha = new Mocha({ timeout: 60_000, reporter: Reporter, ...(grep && { grep }) });
  for (const file of files.split(',')) mocha.addFile(join(__dirname, file));
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
