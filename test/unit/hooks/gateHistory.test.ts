import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { refuseDanger } from './danger';
import type { HookTerminal } from './hookTerminal';
import { inShell, needsShell } from './inShell';

const shell = 'bash';

/** What a user may have set, and lines that then go into the history or not. */
const cases: readonly (readonly [settings: string, lines: readonly string[]])[] = [
  ['HISTCONTROL=ignorespace', ['env a', ' env b', 'env a']],
  ['HISTCONTROL=ignoreboth', ['env a', 'env a', ' env b', ' env b', 'env c']],
  ['HISTCONTROL=ignorespace:erasedups', ['env a', 'env b', ' env c', 'env a']],
  ['HISTCONTROL=ignoredups', ['env a', 'env a', ' env a']],
  ["HISTIGNORE='env b*:ls'", ['env a', 'env bb', 'ls', 'ls -l']],
  ["HISTIGNORE='&:[ ]*'", ['env a', 'env a', ' env b', 'env c']],
  ["HISTIGNORE='*secret*' HISTCONTROL=ignorespace", ['env secret', ' env x', 'env y']],
  ['HISTCONTROL=ignorespace', [' HISTCONTROL=', ' env a', 'HISTCONTROL=ignorespace', ' env b']],
  ['HISTCONTROL=ignorespace', ['env a', ' history -c', 'env b', ' history -s pushed', 'env c']],
  ['HISTCONTROL=ignorespace', ['env a', ' fc -s env', 'env b']],
  ['HISTCONTROL=ignorespace HISTSIZE=3', ['env a', ' env b', 'env c', 'env d', ' env e']],
  ['HISTCONTROL=ignorespace; shopt -u cmdhist', ['for i in 1; do', 'env a', 'done', ' env b']],
];

async function historyAfter(terminal: HookTerminal, lines: readonly string[]): Promise<string[]> {
  await terminal.run('env start');
  for (const line of lines) terminal.type(line);
  await terminal.run('env finish');
  const output = await terminal.run('history');
  const shown = output.slice(output.lastIndexOf('history'));
  return [...shown.matchAll(/^ *\d+[* ] (.*?)\r?$/gm)].map((match) => match[1]!);
}

describe('the history of a gated bash', () => {
  before(function () {
    needsShell(this, shell);
  });

  for (const [settings, lines] of cases)
    it(`is as without the gate: ${settings} for ${lines.join(' | ')}`, async () => {
      const seen: string[][] = [];
      const home = { '.bashrc': `${settings}\n` };
      for (const isUnhooked of [true, false])
        await inShell({ shell, isUnhooked, isPlain: true, home }, async (terminal) => {
          const found = await historyAfter(terminal, lines);
          // The marks of the test have other numbers in each run.
          seen.push(found.map((line) => line.replace(/<""\d+>/, '')));
        });
      assert.deepEqual(seen[1], seen[0]);
    });

  it('keeps the variables that say what goes into it, for programs and at the prompt', () =>
    inShell(
      {
        shell,
        isPlain: true,
        home: { '.bashrc': 'export HISTCONTROL=ignorespace HISTIGNORE=x\n' },
      },
      async (terminal) => {
        const inside = await terminal.run(`bash -c 'echo "<$HISTCONTROL:$HISTIGNORE>"'`);
        assert.match(inside, /<ignorespace:x>/);
      },
    ));

  it('says once that it cannot see what the history does not take', () =>
    inShell({ shell, isPlain: true }, async (terminal, listener) => {
      const asks = refuseDanger(listener);
      const first = await terminal.run('set +o history');
      assert.match(first, /Safety Catch cannot see what you type in this terminal/);
      assert.doesNotMatch(await terminal.run('command touch danger'), /Safety Catch/);
      assert.ok(!asks.some(({ line }) => line.includes('danger')));
    }));
});
