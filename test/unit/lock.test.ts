import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, it } from 'mocha';
import { withLock } from '../lock';
import { withFolder } from './temporaryFolder';

describe('withLock', () => {
  it('lets the second wait until the first is done, and leaves no file behind', () =>
    withFolder({}, async (folder) => {
      const file = join(folder, 'lock');
      const events: string[] = [];
      const work = (name: string): Promise<void> =>
        withLock(file, async () => {
          events.push(`${name} starts`);
          await turn();
          events.push(`${name} ends`);
        });
      await Promise.all([work('first'), work('second')]);
      assert.deepEqual(events, ['first starts', 'first ends', 'second starts', 'second ends']);
      assert.equal(existsSync(file), false);
    }));

  it('takes over from an owner that has died', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    return withFolder({ lock: String(pid) }, async (folder) => {
      assert.equal(await withLock(join(folder, 'lock'), () => Promise.resolve('done')), 'done');
    });
  });

  it('is given back when the work fails', () =>
    withFolder({}, async (folder) => {
      const file = join(folder, 'lock');
      await assert.rejects(
        withLock(file, () => Promise.reject(new Error('broken'))),
        /broken/,
      );
      assert.equal(existsSync(file), false);
    }));
});
