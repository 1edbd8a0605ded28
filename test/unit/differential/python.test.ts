import { resolve } from 'node:path';
import { after, before, describe } from 'mocha';
import { preparePython } from '../../incidents/python';
import { skip } from '../../skip';
import { pythonComparisons } from './pythonComparisons';
import { Recorder } from './recorder';
import { testComparisons } from './testComparisons';

describe('the real Python frameworks, asked where they would connect', () => {
  let recorder: Recorder | undefined;

  before(async function () {
    this.timeout(600_000);
    if (process.platform === 'win32') skip(this, 'the recorder needs fork');
    const prepared = await preparePython(resolve(__dirname, 'requirements.txt'));
    if (prepared.kind === 'missing') skip(this, prepared.reason);
    recorder = await Recorder.start(prepared.python, [resolve(__dirname, 'recorder.py')]);
  });

  after(() => recorder?.stop());

  testComparisons(pythonComparisons, ({ command }, scenarios) => recorder!.ask(command, scenarios));
});
