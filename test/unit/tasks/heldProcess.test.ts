import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { HeldProcess } from '../../../src/tasks/heldProcess';
import { startProcess, waitForOutput, type RunningProcess } from '../../processes';
import { makeScratchFolder, removeScratchFolder } from '../../scratchFolder';
import { skip } from '../../skip';
import { readProcessWords } from '../../../src/tasks/readProcessWords';

describe('a process that is held', () => {
  let folder = '';

  before(function () {
    if (process.platform === 'win32') skip(this, 'no process can be held on Windows');
    folder = makeScratchFolder('held');
  });
  after(() => removeScratchFolder(folder));

  /** One that has another one make a file as soon as it reads a line. */
  async function start(): Promise<RunningProcess> {
    const running = await startProcess(
      'sh',
      ['-c', '(echo ready; read line; touch made; echo done)'],
      {
        cwd: folder,
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    await waitForOutput(running, /ready/, 5000);
    return running;
  }

  it('goes on where it was, with all that it has started, once it is released', async () => {
    const running = await start();
    const held = new HeldProcess(running.pid);
    assert.ok(held.hold());
    running.child.stdin!.write('go\n');
    held.release();
    await waitForOutput(running, /done/, 5000);
    assert.equal(await running.exited, 0);
    assert.ok(existsSync(join(folder, 'made')));
  });

  it('ends where it was', async () => {
    const running = await start();
    const held = new HeldProcess(running.pid);
    held.hold();
    held.end();
    assert.equal(await running.exited, null);
  });

  it('may be gone already', async () => {
    const running = await startProcess('true', []);
    await running.exited;
    assert.equal(new HeldProcess(running.pid).hold(), false);
    assert.deepEqual(await readProcessWords(running.pid), []);
  });

  it('tells the words that it was started with', async () => {
    const running = await start();
    const words = await readProcessWords(running.pid);
    assert.deepEqual(words.slice(0, 2), ['sh', '-c']);
    await running.stop();
  });
});
