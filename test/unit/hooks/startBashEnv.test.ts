import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { needsShell } from './inShell';
import { inPlace } from './startPlace';

describe("the user's own BASH_ENV", () => {
  before(function () {
    needsShell(this, 'bash');
  });

  const files = {
    'my "own.sh': 'export DATABASE_URL="from $HOME"; greet() { echo "hello $1"; }\n',
    'script.sh': 'greet script; bash -c "greet inner"\n',
  };

  it('is read before the question, and by all shells below', () =>
    inPlace({ files, env: { BASH_ENV: '$HOME/my "own.sh' } }, async (place) => {
      const { output } = await place.run('bash', ['-c', 'greet you; bash -c "greet inner"']);
      assert.equal(output, 'hello you\nhello inner\n');
      const [{ variables }] = place.asks as [(typeof place.asks)[0]];
      assert.equal(variables.get('DATABASE_URL'), `from ${place.folder}`);
      assert.equal(place.asks.length, 1);
    }));

  it('is read by a script, about which nothing is asked', () =>
    inPlace({ files, env: { BASH_ENV: '$HOME/my "own.sh' } }, async (place) => {
      const { output } = await place.run('bash', ['script.sh']);
      assert.equal(output, 'hello script\nhello inner\n');
      assert.deepEqual(place.asks, []);
    }));

  it('may be missing', () =>
    inPlace({ env: { BASH_ENV: '/nowhere/$(echo file)' } }, async (place) => {
      const { output } = await place.run('bash', ['-c', 'echo "$? $BASH_ENV"']);
      assert.equal(output, '0 /nowhere/$(echo file)\n');
    }));

  it('is not taken for ours where a window was opened from a shell that let ours through', () =>
    inPlace({ files }, async (outer) => {
      const { BASH_ENV, SAFETY_CATCH_BASH_ENV } = outer.env as Record<string, string>;
      await inPlace(
        { env: { BASH_ENV: BASH_ENV!, SAFETY_CATCH_BASH_ENV: SAFETY_CATCH_BASH_ENV! } },
        async (place) => {
          const { output } = await place.run('bash', ['-c', 'echo "<${BASH_ENV-none}>"']);
          assert.equal(output, '<none>\n');
          assert.equal(place.asks.length, 1);
        },
      );
    }));
});

describe('a shell that our files do not reach', () => {
  before(function () {
    needsShell(this, 'bash');
  });

  // README says so: of these, run-scripts and database tools are still asked about.
  for (const [shell, option] of [
    ['sh', '-c'],
    ['bash', '-ic'],
  ] as const)
    it(`runs its line without a question: ${shell} ${option}`, () =>
      inPlace({}, async (place) => {
        assert.match((await place.run(shell, [option, 'echo ran'])).output, /^ran$/m);
        assert.deepEqual(place.asks, []);
      }));
});
