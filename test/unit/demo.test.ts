import assert from 'node:assert/strict';
import { chmodSync, readdirSync } from 'node:fs';
import { after, before, describe, it } from 'mocha';
import { runCommand, startProcess, waitForOutput, type RunningProcess } from '../processes';
import { makeScratchFolder, removeScratchFolder } from '../scratchFolder';
import { skip } from '../skip';

/** The process and all that it started, and they started, and so on. */
async function findDescendants(ancestor: number): Promise<readonly number[]> {
  const table = await runCommand('ps', ['-axo', 'pid=,ppid=']);
  const rows = [...table.matchAll(/(\d+)\s+(\d+)/g)].map(([, pid, parent]) => [+pid!, +parent!]);
  const found = [ancestor];
  for (const pid of found)
    found.push(...rows.filter(([, parent]) => parent === pid).map(([child]) => child!));
  return found;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('npm start', function () {
  this.timeout(600_000);
  let demo: RunningProcess;
  let temporary: string;

  before(async function () {
    if (process.platform === 'win32') skip(this, 'Windows has no signals to stop the demo with');
    temporary = makeScratchFolder('npm-start');
    // PostgreSQL does not run as root, and has to reach its data in here.
    chmodSync(temporary, 0o755);
    const env = { ...process.env, TMPDIR: temporary, SAFETY_CATCH_DEMO_BROWSER: 'none' };
    demo = await startProcess('npm', ['start'], { env });
  });
  after(async () => {
    await demo?.stop();
    await removeScratchFolder(temporary);
  });

  it('prints an address at which VS Code answers, and what to try', async () => {
    const [, address] = await waitForOutput(demo, /(http:\S+)\n[^]*Ctrl-C/, 500_000);
    const response = await fetch(address!, { redirect: 'manual' });
    assert.ok(response.status < 400, `${response.status}`);
    assert.match(demo.output(), /python create_db\.py/);
  });

  it('turns away whoever does not know its token', async () => {
    const [address] = /http:[^?\s]+/.exec(demo.output())!;
    assert.equal((await fetch(address!)).status, 403);
  });

  it('leaves no process and no file behind after Ctrl-C', async () => {
    const processes = await findDescendants(demo.pid);
    assert.ok(processes.length > 4, 'a demo is more processes than that');
    process.kill(-demo.pid, 'SIGINT');
    await demo.exited;
    assert.deepEqual(processes.filter(isRunning), []);
    const left = readdirSync(temporary).filter((name) => name.startsWith('safety-catch'));
    assert.deepEqual(left, []);
  });
});
