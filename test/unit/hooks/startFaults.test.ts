import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { before, describe, it } from 'mocha';
import { readText } from '../../../src/terminal/runtimeFolder';
import { skip } from '../../skip';
import { needsShell } from './inShell';
import { inPlace } from './startPlace';

const programs = { psql: '#!/bin/sh\necho started\n' };

describe('starts when something is wrong', () => {
  before(function () {
    needsShell(this, 'bash');
  });

  it('are all asked about where there are 200 at once', function () {
    this.timeout(60_000);
    return inPlace({ programs }, async (place) => {
      const line = 'for i in $(seq 200); do psql -c "drop table t$i" & done; wait';
      const { output } = await place.run('sh', ['-c', line]);
      assert.equal(output, 'started\n'.repeat(200));
      assert.equal(new Set(place.asks.map((ask) => ask.line)).size, 200);
      assert.equal(place.listener.dropped, 0);
    });
  });

  it('are asked about in the window that they are of', () =>
    inPlace({ programs }, (one) =>
      inPlace({ programs }, async (other) => {
        one.refuse();
        const outcomes = await Promise.all([
          one.run('bash', ['-c', 'echo one']),
          other.run('bash', ['-c', 'echo other; psql -c x']),
        ]);
        assert.deepEqual(
          outcomes.map(({ output }) => output),
          ['<refused>\n', 'other\nstarted\n'],
        );
        assert.deepEqual([one.asks.length, other.asks.length], [1, 2]);
      }),
    ));

  it('run where the editor dies before it has said a word, and do not where it had begun', () =>
    inPlace({ programs }, async (place) => {
      place.onAsk = () => place.listener.die();
      assert.equal((await place.run('psql', ['-c', 'x'])).output, 'started\n');
      await place.listener.start();
      place.onAsk = (_, dialogue) => {
        dialogue.show('This runs against production.\n');
        setImmediate(() => place.listener.die());
      };
      const { status, output } = await place.run('psql', ['-c', 'x']);
      assert.equal(status, 130);
      assert.match(
        output,
        /^This runs against production\.\n\nThe editor is gone: nothing was run/,
      );
    }));

  it('show no secret to other users while they ask', async function () {
    if (process.platform !== 'linux') skip(this, 'only Linux shows environments in /proc');
    const password = 's3cr3t';
    await inPlace(
      { programs, env: { DATABASE_URL: `postgres://app:${password}@db/x` } },
      async (place) => {
        const seen: string[] = [];
        place.onAsk = (_, dialogue) => {
          const { knock, proof, token } = place.listener.address;
          for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
            if (!readText(`/proc/${name}/environ`).includes(place.listener.channelFile)) continue;
            const command = readText(`/proc/${name}/cmdline`);
            seen.push(command);
            assert.ok(!command.includes(password), command);
            for (const secret of [knock, proof, token])
              for (const file of ['cmdline', 'environ'])
                assert.ok(!readText(`/proc/${name}/${file}`).includes(secret), file);
          }
          dialogue.answer({ kind: 'run' });
        };
        await place.run('bash', ['-c', 'psql -c x']);
        assert.ok(
          seen.some((command) => command.includes('start.bash')),
          seen.join(),
        );
        assert.equal(place.asks.length, 2);
      },
    );
  });
});
