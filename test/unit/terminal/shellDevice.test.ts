import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { before, describe, it } from 'mocha';
import { ShellDevice } from '../../../src/terminal/shellDevice';
import { skip } from '../../skip';
import { inShell, needsShell } from '../hooks/inShell';

const red = '\x1b]11;#450000\x1b\\';

describe('the device of a terminal', () => {
  before(function () {
    if (process.platform === 'win32') skip(this, 'Windows has no such device');
    needsShell(this, 'bash');
  });

  it('takes a sequence while nobody types', () =>
    inShell({ shell: 'bash' }, async (terminal) => {
      await terminal.run('true');
      const from = terminal.output.length;
      assert.equal(new ShellDevice(terminal.processId).write(red), 'written');
      await terminal.waitFor(/\]11;#450000/, from);
    }));

  it('takes one while a program runs', () =>
    inShell({ shell: 'bash' }, async (terminal) => {
      terminal.type('cat');
      await terminal.waitFor(/633;C/);
      const from = terminal.output.length;
      assert.equal(new ShellDevice(terminal.processId).write(red), 'written');
      await terminal.waitFor(/\]11;#450000/, from);
    }));

  it('is gone with its shell', async () => {
    let device: ShellDevice | undefined;
    await inShell({ shell: 'bash' }, (terminal) => {
      device = new ShellDevice(terminal.processId);
      return Promise.resolve();
    });
    assert.equal(device!.write(red), 'gone');
  });

  it('is not the input of a process that has another', () => {
    const child = spawn('sleep', ['60'], { stdio: 'pipe' });
    assert.equal(new ShellDevice(child.pid!).write(red), 'gone');
    child.kill();
    const idle = spawn('sleep', ['60'], { stdio: 'ignore' });
    assert.equal(new ShellDevice(idle.pid!).write(red), 'gone');
    idle.kill();
  });

  it('is none for a process that never was', () => {
    assert.equal(new ShellDevice(spawnSync('true').pid).write(red), 'gone');
  });
});
