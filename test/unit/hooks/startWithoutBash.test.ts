import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { findCommand } from '../../findCommand';
import { makeScratchFolder, removeScratchFolder } from '../../scratchFolder';
import { skip } from '../../skip';
import { needsShell } from './inShell';
import { linkWithoutBash } from './linkWithoutBash';
import { inPlace, type PlaceOptions, type StartPlace } from './startPlace';

const told = '#!/bin/sh\nprintf "<%s>" "$@"; echo; echo "$PGHOST"; cat\n';
const args = ['-c', "drop table games; -- it's\n☃", '', '$HOME `id`'];

describe('starts on a machine without bash', () => {
  let folder = '';

  before(function () {
    if (process.platform === 'win32') skip(this, 'nothing is asked on Windows');
    folder = makeScratchFolder('noBash');
    mkdirSync(join(folder, 'bin'));
    linkWithoutBash(join(folder, 'bin'));
  });
  after(() => removeScratchFolder(folder));

  /** The same with all of PATH, and without bash in it. */
  async function compare(options: PlaceOptions, test: (place: StartPlace) => Promise<unknown>) {
    const answers: unknown[] = [];
    for (const own of [{}, { PATH: `${folder}/bin` }])
      await inPlace({ ...options, ...own }, async (place) => {
        answers.push(await test(place));
      });
    assert.deepEqual(answers[1], answers[0]);
  }

  it('are asked about in the same words', () =>
    compare(
      { programs: { psql: told }, env: { DATABASE_URL: 'x\ny', OTHER: 'z' } },
      async (place) => {
        const outcome = await place.run('psql', args);
        const [{ kind, shell, line, variables }] = place.asks as [(typeof place.asks)[0]];
        assert.ok(outcome.output.includes(`<${args[3]}>`));
        return {
          outcome,
          kind,
          shell,
          line,
          database: variables.get('DATABASE_URL'),
          count: variables.size,
        };
      },
    ));

  it('are asked about with what they read', () =>
    compare({ programs: { psql: told }, files: { "it's.sql": 'drop' } }, async (place) => {
      await place.run('sh', ['-c', `psql <"it's.sql"`]);
      await place.run('psql', [], { input: 'drop' });
      return place.asks.map(({ line }) => line.replace(place.folder, ''));
    }));

  it('are refused, and get variables, alike', () =>
    compare({ programs: { psql: told } }, async (place) => {
      place.refuse();
      const refused = await place.run('psql', args);
      place.fix({ PGHOST: 'localhost' });
      return [refused, await place.run('psql', args)];
    }));

  it('run where the editor is gone', () =>
    compare({ programs: { psql: told } }, async (place) => {
      place.listener.die();
      return place.run('psql', args);
    }));

  for (const shell of ['zsh', 'fish'] as const)
    it(`are asked about where they are tasks of ${shell}`, async function () {
      needsShell(this, shell);
      const path = findCommand(shell)!;
      await compare({}, async (place) => {
        place.fix({ FLASK_ENV: 'development' });
        const outcome = await place.run(path, ['-c', 'sh -c "echo \\$FLASK_ENV"']);
        return [outcome, place.asks.map(({ line }) => line)];
      });
    });
});
