import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { before, describe, it } from 'mocha';
import { SocketOwners } from '../../../../src/project/listeners/socketOwners';
import { skip } from '../../../skip';
import { withFolder } from '../../temporaryFolder';

/** A folder like `/proc`: in each of `processes`, file number n is the socket `<process><n>`. */
function withProcesses(
  [processes, filesOfEach]: readonly [number, number],
  use: (root: string) => Promise<void>,
): Promise<void> {
  return withFolder({ 'self/fd/0': '', '7777/cmdline': 'ssh\0-N\0bastion\0' }, (root) => {
    for (let pid = 1; pid <= processes; pid++) {
      mkdirSync(`${root}/${pid}/fd`, { recursive: true });
      for (let file = 0; file < filesOfEach; file++)
        symlinkSync(`socket:[${pid}${file}]`, `${root}/${pid}/fd/${file}`);
    }
    return use(root);
  });
}

describe('SocketOwners', () => {
  before(function () {
    if (process.platform === 'win32') skip(this, 'the tables of processes are those of Linux');
  });

  it('finds the process that holds a socket', () =>
    withProcesses([3, 4], async (root) => {
      const owners = new SocketOwners(root);
      const found = await Promise.all(['33', '10', '99', '21'].map((inode) => owners.find(inode)));
      assert.deepEqual(found, [3, 1, undefined, 2]);
    }));

  it('reads the command line of a process, of which there may be none', () =>
    withProcesses([1, 1], async (root) => {
      const owners = new SocketOwners(root);
      assert.deepEqual(await owners.commandOf(7777), ['ssh', '-N', 'bastion']);
      assert.deepEqual(await owners.commandOf(1), []);
    }));

  it('lets others work while it looks', () =>
    withProcesses([50, 100], async (root) => {
      let isLooking = true;
      const looking = new SocketOwners(root).find('none').finally(() => (isLooking = false));
      let turns = 0;
      for (; isLooking; turns++) await setImmediate();
      await looking;
      assert.ok(turns > 1, `${turns} turns for 5,000 files`);
    }));
});
