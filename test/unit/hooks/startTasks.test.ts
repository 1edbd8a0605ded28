import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import type { ShellName } from './hookTerminal';
import { needsShell } from './inShell';
import { inPlace } from './startPlace';

interface TaskShell {
  readonly shell: ShellName;
  readonly options: readonly string[];
}

/** How VS Code and people's automation profiles start a shell for one line. */
const taskShells: readonly TaskShell[] = [
  { shell: 'bash', options: ['-c'] },
  { shell: 'bash', options: ['-lc'] },
  { shell: 'bash', options: ['-l', '-e', '-c'] },
  { shell: 'zsh', options: ['-c'] },
  { shell: 'zsh', options: ['-lc'] },
  { shell: 'zsh', options: ['-l', '-c'] },
  { shell: 'zsh', options: ['-lic'] },
  { shell: 'fish', options: ['-c'] },
  { shell: 'fish', options: ['-lc'] },
  { shell: 'fish', options: ['-C', 'set -gx x 1', '-c'] },
];

const line = `touch made; echo 'it is' "$HOME" &&\nbash -c 'echo inner'; zsh -c 'echo inner'; fish -c 'echo inner'`;

for (const { shell, options } of taskShells)
  describe(`a task of ${shell} ${options.join(' ')}`, () => {
    before(function () {
      for (const needed of ['bash', 'zsh', 'fish', shell] as const) needsShell(this, needed);
    });

    it('is asked about once, with its whole line, its folder and its variables', () =>
      inPlace({ env: { DATABASE_URL: 'postgres://x/y\n"z', OTHER: 'no' } }, async (place) => {
        const { status, output } = await place.run(shell, [...options, line]);
        assert.deepEqual([status, output], [0, `it is ${place.folder}\n${'inner\n'.repeat(3)}`]);
        const [ask, ...others] = place.asks;
        assert.deepEqual(others, []);
        assert.deepEqual([ask!.kind, ask!.shell, ask!.cwd], ['task', shell, place.folder]);
        assert.equal(ask!.line, line);
        assert.equal(ask!.variables.get('DATABASE_URL'), 'postgres://x/y\n"z');
        assert.equal(ask!.variables.has('OTHER'), false);
      }));

    it('runs nothing where it is refused, and ends with the status of the refusal', () =>
      inPlace({}, async (place) => {
        place.refuse();
        const { status, output } = await place.run(shell, [...options, line]);
        assert.deepEqual([status, output], [126, '<refused>\n']);
        assert.ok(!existsSync(join(place.folder, 'made')));
      }));

    it('hands to programs what they would get without it', () =>
      inPlace({ env: { BASH_ENV: '', XDG_DATA_DIRS: '/usr/share' } }, async (place) => {
        const { output } = await place.run(shell, [...options, 'env']);
        const names = [
          ...output.matchAll(/^(SAFETY_CATCH_\w+|PROMPT_COMMAND|BASH_ENV|ZDOTDIR)=/gm),
        ];
        assert.deepEqual(names.map((match) => match[1]).sort(), [
          'SAFETY_CATCH_CHANNEL',
          'SAFETY_CATCH_TERMINAL',
        ]);
        assert.match(output, /^XDG_DATA_DIRS=\/usr\/share$/m);
        const terminal = /^SAFETY_CATCH_TERMINAL=(\d+)$/m.exec(output)![1];
        assert.equal(place.asks[0]!.processId, Number(terminal));
      }));

    it('runs with the variables that make it safe', () =>
      inPlace({ env: { FLASK_ENV: 'production' } }, async (place) => {
        place.fix({ FLASK_ENV: 'development', DATABASE_URL: 'postgres://localhost/a' });
        const { output } = await place.run(shell, [
          ...options,
          `echo $FLASK_ENV; sh -c 'echo $DATABASE_URL'`,
        ]);
        assert.equal(output, 'development\npostgres://localhost/a\n');
      }));

    it('runs where the editor is gone', () =>
      inPlace({}, async (place) => {
        place.listener.die();
        const { output } = await place.run(shell, [...options, 'echo ran']);
        assert.equal(output, 'ran\n');
      }));
  });
