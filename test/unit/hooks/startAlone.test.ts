import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { writePrivately, readText } from '../../../src/terminal/runtimeFolder';
import { needsShell } from './inShell';
import { inPlace, type StartPlace } from './startPlace';

const told = { psql: '#!/bin/sh\necho started\n' };

/** What the editor left for the terminal that this is of, before it died. */
function leaveVerdict(place: StartPlace, verdict: string): Readonly<Record<string, string>> {
  place.listener.die();
  const address = readText(place.listener.channelFile);
  writePrivately(join(place.listener.folder, '4321'), `${address}${verdict}\n`);
  return { SAFETY_CATCH_TERMINAL: '4321' };
}

describe('a start without an editor', () => {
  before(function () {
    needsShell(this, 'bash');
  });

  for (const [verdict, line, runs] of [
    ['production scores', 'drop table games', false],
    ['unknown 10.0.0.5', 'DELETE FROM games', false],
    ['production scores', 'select * from games', true],
    ['development scores', 'drop table games', true],
  ] as const)
    it(`${runs ? 'runs' : 'is refused, as nobody answers'}: ${line}, where the terminal was last of ${verdict}`, () =>
      inPlace({ programs: told }, async (place) => {
        const env = leaveVerdict(place, verdict);
        const { status, output } = await place.run('psql', ['-c', line], { env });
        assert.equal(status, runs ? 0 : 130, output);
        assert.match(output, runs ? /^started\n$/ : /degraded: the editor does not answer/);
      }));

  it('runs where it is of no terminal', () =>
    inPlace({ programs: told }, async (place) => {
      leaveVerdict(place, 'production scores');
      const { output } = await place.run('psql', ['-c', 'drop table games']);
      assert.equal(output, 'started\n');
    }));
});
