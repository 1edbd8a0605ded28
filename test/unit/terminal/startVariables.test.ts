import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { before, describe, it } from 'mocha';
import { readStartVariables } from '../../../src/terminal/startVariables';
import { skip } from '../../skip';

/** Reads the variables of a shell that was started with these and has unset them since. */
async function read(env: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const names = Object.keys(env).join(' ');
  const shell = spawn('sh', ['-c', `unset ${names} || :; echo ready; read -r _`], {
    env: { PATH: process.env['PATH'], ...env },
  });
  await once(shell.stdout, 'data');
  const found = readStartVariables(shell.pid!);
  shell.stdin.end('\n');
  await once(shell, 'close');
  return Object.fromEntries(found);
}

describe('what a shell was started with', () => {
  before(function () {
    if (process.platform === 'win32') skip(this, 'Windows shows no environment of other processes');
  });

  it('tells the agent, also where the shell has unset that', async () =>
    assert.deepEqual(await read({ VSCODE_PREVENT_SHELL_HISTORY: '1' }), {
      VSCODE_PREVENT_SHELL_HISTORY: '1',
    }));

  it('tells nothing else', async () =>
    assert.deepEqual(await read({ DATABASE_URL: 'postgresql://u:s3cret@h/d' }), {}));

  it('tells nothing of a process that is not there', () =>
    assert.deepEqual(readStartVariables(2 ** 22 + 1), new Map()));
});
