import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ScanLane } from '../../../../src/project/scan/scanLane';
import { startScript } from './testWorkers';

const deadlineMs = 1_500;

describe('a thread that scans', () => {
  for (const bad of ['hang', 'crash'])
    it(`is replaced after a file at which it would ${bad}, and tells all the others`, async () => {
      const lane = new ScanLane(startScript, new AbortController().signal, deadlineMs);
      const scanned = await lane.scan(['/ws/a.py', `/ws/${bad}.py`, '/ws/c.py']);
      assert.deepEqual(
        scanned.map(({ path, problem }) => [path, problem?.message]),
        [
          ['/ws/a.py', undefined],
          [`/ws/${bad}.py`, 'was too much to be analysed'],
          ['/ws/c.py', undefined],
        ],
      );
      assert.equal((await lane.scan(['/ws/d.py'])).length, 1);
      await lane.stop();
    }).timeout(20_000);

  it('stops in the middle of a file when the scan is cancelled', async () => {
    const cancel = new AbortController();
    const lane = new ScanLane(startScript, cancel.signal);
    const scanned = lane.scan(['/ws/hang.py']);
    cancel.abort();
    assert.deepEqual(await scanned, []);
    assert.deepEqual(await lane.scan(['/ws/a.py']), []);
  });
});
