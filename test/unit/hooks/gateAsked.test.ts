import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import type { GateAsk } from '../../../src/shells/gateProtocol';
import { refuseDanger } from './danger';
import type { HookTerminal, ShellName } from './hookTerminal';
import { configFiles, inShell, needsShell, shells } from './inShell';

/** Lines that everyone types all day. No connection is made for them. */
const withoutInterest: readonly string[] = [
  'ls',
  'ls -l /tmp',
  ' ls',
  'cd /tmp',
  'git status',
  'git commit -m "psql drop table"',
  'cat /dev/null',
  'echo hello world',
  'rm -f /nowhere/dist',
  'curl --version',
];

/** These have the same first words. */
const ofInterest: readonly string[] = [
  'ls; true',
  'cat /dev/null | cat',
  'echo $HOME',
  'git status && true',
  'find . -maxdepth 0 -exec true {} +',
  '/bin/ls',
  'rm -f /nowhere/scores.db',
  'rm -f "/nowhere/scores".d""b',
  'rm -f /nowhere/pg{data,}',
  'curl --version -XDELETE localhost:9200/games',
];

/** What is looked at of a line that asks nothing is as long as a person types. */
const longest = 200;

const settings: Readonly<Record<ShellName, string>> = {
  bash: `alias ls='ls --color=never'; alias deploy='run_deploy --now'
run_deploy() { inner "$WHERE"; }; inner() { true "$1"; }
WHERE=db.example.com; SECRET='two
lines'; export APP_ENV=production; export EXTRA=exported; huge=$(printf %0200000d 7)
`,
  zsh: `alias ls='ls --color=never'; alias deploy='run_deploy --now'
run_deploy() { inner "$WHERE"; }; inner() { true "$1"; }
WHERE=db.example.com; SECRET='two
lines'; export APP_ENV=production; export EXTRA=exported; huge=$(printf %0200000d 7)
`,
  fish: `abbr -a deploy run_deploy --now
function run_deploy; inner "$WHERE"; end; function inner; true $argv; end
set WHERE db.example.com; set SECRET two\\nlines; set -x APP_ENV production; set -x EXTRA exported
`,
};

for (const shell of shells)
  describe(`what ${shell} asks`, () => {
    before(function () {
      needsShell(this, shell);
    });

    const inConfigured = (
      test: (terminal: HookTerminal, asks: readonly GateAsk[]) => Promise<void>,
    ): Promise<void> =>
      inShell({ shell, home: { [configFiles[shell]]: settings[shell] } }, (terminal, listener) =>
        test(terminal, refuseDanger(listener)),
      );

    async function askAfter(terminal: HookTerminal, asks: readonly GateAsk[], line: string) {
      const count = asks.length;
      await terminal.run(line);
      return asks[count]!;
    }

    it('is nothing about lines without interest', () =>
      inConfigured(async (terminal, asks) => {
        await terminal.run(withoutInterest.join('\r'));
        // The marks of the test itself are asked about.
        assert.deepEqual(
          asks.map(({ line }) => line).filter((line) => !/^echo "<"/.test(line)),
          [],
        );
      }));

    for (const line of ofInterest)
      it(`is also ${line.slice(0, 40)}`, () =>
        inConfigured(async (terminal, asks) => {
          const asked = (await askAfter(terminal, asks, line)).line;
          // zsh replaces aliases itself.
          assert.equal(
            asked,
            shell === 'zsh' && line === 'ls; true' ? 'ls --color=never\ntrue' : line,
          );
        }));

    if (shell === 'bash')
      it('is also a long line', () =>
        inConfigured(async (terminal, asks) => {
          const line = `echo ${'x'.repeat(longest)}`;
          assert.equal((await askAfter(terminal, asks, line)).line, line);
        }));

    it('says where, and which watched variables are exported', () =>
      inConfigured(async (terminal, asks) => {
        await terminal.run('cd /tmp');
        const ask = await askAfter(terminal, asks, 'true; true');
        assert.deepEqual([ask.kind, ask.shell, ask.cwd], ['line', shell, '/tmp']);
        assert.equal(ask.processId, terminal.processId);
        assert.equal(ask.variables.get('APP_ENV'), 'production');
        assert.equal(ask.ownVariables.size + ask.functions.size + ask.aliases.size, 0);
      }));

    it('says what the variables of the line are', () =>
      inConfigured(async (terminal, asks) => {
        const line = 'true $WHERE "$SECRET" $EXTRA $APP_ENV $UNSET';
        const ask = await askAfter(terminal, asks, line);
        const value = shell === 'fish' ? 'two lines' : 'two\nlines';
        const expected = {
          WHERE: 'db.example.com',
          SECRET: ask.ownVariables.get('SECRET'),
          EXTRA: 'exported',
        };
        assert.deepEqual(Object.fromEntries(ask.ownVariables), expected);
        assert.ok([value, 'two\nlines'].includes(expected.SECRET!));
      }));

    it('follows aliases to functions, and functions to functions and variables', () =>
      inConfigured(async (terminal, asks) => {
        const ask = await askAfter(terminal, asks, 'true; deploy');
        assert.deepEqual([...ask.functions.keys()].sort(), ['inner', 'run_deploy']);
        assert.match(
          ask.functions.get('run_deploy')!,
          /^run_deploy \(\) *\n?\{[\s\S]*inner[\s\S]*\}$/,
        );
        assert.equal(ask.ownVariables.get('WHERE'), 'db.example.com');
        if (shell === 'zsh') assert.equal(ask.line, 'true\nrun_deploy --now');
        else assert.equal(ask.aliases.get('deploy'), 'run_deploy --now');
      }));

    it('cuts what is too long', function () {
      return inConfigured(async (terminal, asks) => {
        if (shell === 'fish') await terminal.run('set huge (string repeat -n 200000 7)');
        const ask = await askAfter(terminal, asks, 'true $huge');
        assert.equal(ask.ownVariables.get('huge')!.length, 131_072);
      });
    });

    it('names the terminal to what it starts', () =>
      inConfigured(async (terminal) => {
        assert.match(
          await terminal.run('sh -c \'echo "<$SAFETY_CATCH_TERMINAL>"\''),
          new RegExp(`<${terminal.processId}>`),
        );
      }));
  });
