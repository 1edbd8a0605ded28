import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { before, describe } from 'mocha';
import { preparePython } from '../../incidents/python';
import { skip } from '../../skip';
import { recorderInput, type Place } from './comparison';
import { pythonComparisons } from './pythonComparisons';
import { testComparisons } from './testComparisons';

describe('the real Python frameworks, asked where they would connect', () => {
  let python = '';

  before(async function () {
    this.timeout(600_000);
    if (process.platform === 'win32') skip(this, 'the recorder needs fork');
    const prepared = await preparePython(resolve(__dirname, 'requirements.txt'));
    if (prepared.kind === 'missing') skip(this, prepared.reason);
    python = prepared.python;
  });

  testComparisons(pythonComparisons, ({ command }, cwd, scenarios) =>
    askPython(python, cwd, recorderInput(command, scenarios)),
  );
});

function askPython(python: string, cwd: string, input: string): (Place | null)[] {
  const recorder = resolve(__dirname, 'recorder.py');
  const env = { PATH: process.env['PATH'], PYTHONDONTWRITEBYTECODE: '1' };
  const run = spawnSync(python, [recorder], { cwd, env, input, encoding: 'utf8', timeout: 60_000 });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as Place[])[0] ?? null);
}
