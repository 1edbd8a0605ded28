import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { assignment, inShell, needsShell, shells } from './inShell';

const production = 'postgres://app:secret@db.example.com/shop';

const values: readonly (readonly [what: string, value: string])[] = [
  ['line breaks', 'one\ntwo\n\nthree\n'],
  ['quotes and backslashes', `it's "quoted" \\n \\\\ $HOME \`id\` $(id) \\`],
  ['letters of other scripts', 'postgres://bäckerei.example/Дом?note=日本🦀'],
  ['blanks at both ends', '  \t x \t '],
  ['an option', '-n'],
  ['shell patterns', '*? [a-z] ~ {a,b} !! #'],
  ['control characters', '\x01\x1b[31m\x7f'],
  ['nothing at all', ''],
  ['100 kB', 'x'.repeat(99_990) + 'the end'],
];

for (const shell of shells)
  describe(`the ${shell} hook`, () => {
    before(function () {
      needsShell(this, shell);
    });

    for (const isPlain of [false, true])
      it(`reports at the first prompt ${isPlain ? 'without' : 'beside'} VS Code's shell integration`, () =>
        inShell(
          { shell, isPlain, env: { DATABASE_URL: production, UNRELATED: 'x' } },
          (terminal, { last, reports }) => {
            assert.deepEqual(
              [last?.shell, last?.processId, last?.cwd, [...last!.variables]],
              [shell, terminal.processId, terminal.home, [['DATABASE_URL', production]]],
            );
            assert.equal(reports.length, 1);
            return Promise.resolve();
          },
        ));

    it('sees a variable set, changed and removed, and says nothing in between', () =>
      inShell({ shell }, async (terminal, listener) => {
        const remove = shell === 'fish' ? 'set -e DATABASE_URL' : 'unset DATABASE_URL';
        await terminal.run(`export DATABASE_URL=${production}`);
        await listener.waitForValue('DATABASE_URL', production);
        for (const line of ['true', 'echo hello', 'export UNRELATED=1']) await terminal.run(line);
        await terminal.run('export DATABASE_URL=sqlite:///x');
        await listener.waitForValue('DATABASE_URL', 'sqlite:///x');
        await terminal.run(remove);
        await terminal.run('export APP_ENV=done');
        await listener.waitForValue('APP_ENV', 'done');
        assert.deepEqual(
          listener.reports.map(({ variables }) => variables.get('DATABASE_URL')),
          [undefined, production, 'sqlite:///x', undefined, undefined],
        );
      }));

    it('leaves out what is set and not exported', () =>
      inShell({ shell }, async (terminal, listener) => {
        await terminal.run(
          shell === 'fish' ? 'set -g PGHOST db.example.com' : 'PGHOST=db.example.com',
        );
        await terminal.run('export APP_ENV=done');
        const { variables } = await listener.waitForValue('APP_ENV', 'done');
        assert.equal(variables.has('PGHOST'), false);
      }));

    it('sees what a sourced file exports, and a change of folder', () =>
      inShell({ shell }, async (terminal, listener) => {
        writeFileSync(join(terminal.home, '.env'), assignment(shell, 'DATABASE_URL', production));
        await terminal.run('source .env');
        await listener.waitForValue('DATABASE_URL', production);
        await terminal.run('mkdir "a folder"; cd "a folder"');
        const folder = join(terminal.home, 'a folder');
        await listener.waitFor(`from ${folder}`, ({ cwd }) => cwd === folder);
      }));

    for (const [what, value] of values)
      it(`carries ${what} in a value`, () =>
        inShell({ shell }, async (terminal, listener) => {
          writeFileSync(join(terminal.home, 'values'), assignment(shell, 'DATABASE_URL', value));
          await terminal.run('source ./values');
          await listener.waitForValue('DATABASE_URL', value);
        }));

    it('carries bytes that are no text', () =>
      inShell({ shell }, async (terminal, listener) => {
        const line = assignment(shell, 'DATABASE_URL', 'a?b');
        writeFileSync(
          join(terminal.home, 'values'),
          Buffer.from(line).map((byte) => (byte === 63 ? 0xff : byte)),
        );
        await terminal.run('source ./values');
        await listener.waitForValue('DATABASE_URL', 'a\ufffdb');
      }));

    it('sees at a prompt what direnv and the like set at that prompt', () => {
      const hook: Readonly<Record<string, string>> = {
        '.bashrc':
          'load() { [ -f .envrc ] && . ./.envrc; }\nPROMPT_COMMAND="load${PROMPT_COMMAND:+;$PROMPT_COMMAND}"\n',
        '.zshrc':
          'load() { [ -f .envrc ] && . ./.envrc }\nprecmd_functions=(load $precmd_functions)\n',
        '.config/fish/config.fish':
          'function load --on-event fish_prompt\n test -f .envrc; and source .envrc\nend\n',
        '.envrc': assignment(shell, 'DATABASE_URL', 'first'),
        'sub/.envrc': assignment(shell, 'DATABASE_URL', production),
      };
      return inShell({ shell, home: hook }, async (terminal, listener) => {
        await listener.waitForValue('DATABASE_URL', 'first');
        terminal.type('cd sub');
        await listener.waitForValue('DATABASE_URL', production);
      });
    });
  });
