import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import { countScoreboards, seedScoreboards } from '../../incidents/keepthescore/scoreboards';
import { preparePython } from '../../incidents/python';
import { runPython, withIncident } from '../../incidents/workspace';
import { startServers, type RunningServers } from '../../servers/servers';
import { skip } from '../../skip';

describe('keepthescore, with nothing that protects', () => {
  let python = '';
  let production = '';
  let development = '';
  let servers: RunningServers;

  const createDatabase = (env: Readonly<Record<string, string>>): Promise<void> =>
    withIncident('keepthescore', production, (cwd) => {
      const { code, stdout, stderr } = runPython(python, ['create_db.py'], {
        cwd,
        env: { DEV_DATABASE_URL: development, ...env },
      });
      assert.equal(code, 0, stderr);
      assert.equal(stdout, 'The local database is empty and ready.\n');
    });

  before(async function () {
    this.timeout(600_000);
    const prepared = await preparePython();
    if (prepared.kind === 'missing') skip(this, prepared.reason);
    python = prepared.python;
    servers = await startServers({ postgres: 2 });
    [production, development] = servers.postgres as [string, string];
  });

  after(() => servers?.stop());

  // The incident's own script makes the tables, so they are those that the models describe.
  beforeEach(async () => {
    await createDatabase({ FLASK_ENV: 'production' });
    await createDatabase({ FLASK_ENV: 'development' });
    await seedScoreboards(production, 300);
    await seedScoreboards(development, 5);
  });

  const cases: readonly (readonly [Record<string, string>, readonly number[], string])[] = [
    [{}, [0, 5], 'empties production, not the local database it names, when FLASK_ENV is unset'],
    [{ FLASK_ENV: 'dev' }, [0, 5], 'empties production when FLASK_ENV is a word it does not know'],
    [{ FLASK_ENV: 'development' }, [300, 0], 'empties development only, as started by the editor'],
  ];
  for (const [env, expected, title] of cases)
    it(title, async () => {
      await createDatabase(env);
      assert.deepEqual(
        [await countScoreboards(production), await countScoreboards(development)],
        expected,
      );
    });
});
