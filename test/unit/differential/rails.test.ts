import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe } from 'mocha';
import { skip } from '../../skip';
import { railsComparisons } from './railsComparisons';
import { Recorder } from './recorder';
import { testComparisons } from './testComparisons';

const libraries = ['rails', 'active_record', 'pg', 'dotenv'];

describe('the real Rails, asked where it would connect', () => {
  let recorder: Recorder | undefined;
  let version = '';

  before(async function () {
    if (process.platform === 'win32') skip(this, 'the recorder needs fork');
    const words = libraries.map((name) => `-r${name}`);
    if (spawnSync('ruby', [...words, '-e', '']).status !== 0)
      skip(this, `no Ruby with ${libraries.join(', ')} is on the PATH`);
    recorder = await Recorder.start('ruby', [resolve(__dirname, 'recorder.rb')]);
    version = await recorder.nextLine();
  });

  after(() => recorder?.stop());

  testComparisons(railsComparisons, ({ command }, scenarios) => {
    for (const { cwd } of scenarios) writeFileSync(join(cwd, 'Gemfile.lock'), lockOf(version));
    return recorder!.ask(command, scenarios);
  });
});

/** What Rails does with a query depends on its version, which a project states in this file. */
function lockOf(version: string): string {
  return `GEM\n  specs:\n    rails (${version})\n\nDEPENDENCIES\n  rails\n`;
}
