import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { askAboutDanger, danger, refusalText, refuseDanger } from './danger';
import type { HookTerminal, ShellName } from './hookTerminal';
import { inShell, needsShell, shells } from './inShell';
import type { ReportListener } from './reportListener';

/** VS Code's own marks of a command, and what the test prints between them. */
function marks(output: string): string[] {
  const kinds =
    /\x1b\]633;([ABCD](?:;[^\x07]*)?|E;[^\x07]*)\x07|(\[refused by the test\])|(<told>)/g;
  return [...output.matchAll(kinds)].map((match) =>
    match
      .slice(1)
      .join('')
      .replace(/^(E;.*?);(?:nonce)?$/s, '$1'),
  );
}

/** The marks from a line's Enter to the next prompt. */
async function marksOf(terminal: HookTerminal, keys: string): Promise<string[]> {
  await terminal.waitFor(atPrompt);
  const from = terminal.output.length;
  terminal.press(keys);
  await terminal.waitFor(/\]633;D[^\x07]*\x07[\s\S]*\]633;B\x07/, from);
  return marks(terminal.output.slice(from));
}

/** fish draws a prompt a second time now and then, with our hook and without it: about one run of ten. */
function drawnOnce(found: readonly string[]): readonly string[] {
  return found.filter((mark, at) => !/^[AB]$/.test(mark) || found[at + 2] !== mark);
}

/** VS Code's last mark was that of a prompt. */
const atPrompt = /\]633;B\x07(?![\s\S]*\]633;)/;

const status: Readonly<Record<ShellName, string>> = {
  bash: 'echo "status=$?"',
  zsh: 'echo "status=$?"',
  fish: 'echo "status=$status"',
};

/** What shows all lines of the history. */
const history: Readonly<Record<ShellName, string>> = {
  bash: 'history',
  zsh: 'history 1',
  fish: 'history',
};

const allowed: readonly string[] = [
  'command true',
  'command false',
  'true; command false',
  'command echo one | cat',
  'env true &',
  ' command true',
];

for (const shell of shells)
  describe(`beside the gate of ${shell}`, () => {
    before(function () {
      needsShell(this, shell);
    });

    it("VS Code's marks of allowed commands are as without it", async () => {
      const seen: string[][] = [];
      for (const isUnhooked of [true, false])
        await inShell({ shell, isUnhooked }, async (terminal) => {
          await terminal.run('true');
          for (const line of allowed) seen.push(await marksOf(terminal, `${line}\r`));
        });
      const own = seen.map((found) => (shell === 'fish' ? drawnOnce(found) : found));
      assert.deepEqual(own.slice(allowed.length), own.slice(0, allowed.length));
    });

    it('a refused command is a command of VS Code, with the refusal as its output and 130 as its end', () =>
      inShell({ shell }, async (terminal, listener) => {
        refuseDanger(listener);
        await terminal.run('true');
        const seen = await marksOf(terminal, `${danger}\r`);
        assert.deepEqual(seen, [`E;${danger}`, 'C', refusalText.trim(), 'D;130', 'A', 'B']);
        await listener.waitFor('behind a refusal', ({ wasRefused }) => wasRefused);
      }));

    it('a question comes before a command of VS Code begins', () =>
      inShell({ shell }, async (terminal, listener) => {
        askAboutDanger(listener);
        await terminal.run('true');
        await terminal.waitFor(atPrompt);
        const from = terminal.output.length;
        terminal.type('env echo danger');
        await terminal.waitFor(/<question> /, from);
        terminal.type('scores');
        await terminal.waitFor(/\]633;D;0\x07[\s\S]*\]633;B\x07/, from);
        // fish draws its prompt again below the question.
        const seen = marks(terminal.output.slice(from)).filter((mark) => !/^[AB]$/.test(mark));
        assert.deepEqual(seen, ['<told>', 'E;env echo danger', 'C', 'D;0']);
      }));

    it('the status behind a refusal is that of Ctrl+C', function () {
      // What a key does changes no status of fish.
      const expected = shell === 'fish' ? /status=0/ : /status=130/;
      return inShell({ shell }, async (terminal, listener) => {
        refuseDanger(listener);
        await terminal.run('true');
        terminal.type(danger);
        await listener.waitFor('behind a refusal', ({ wasRefused }) => wasRefused);
        assert.match(await terminal.run(status[shell]), expected);
      });
    });

    it('a refused line stays in the history', () =>
      inShell({ shell }, async (terminal, listener) => {
        refuseDanger(listener);
        await terminal.run('true');
        terminal.type(danger);
        await listener.waitFor('behind a refusal', ({ wasRefused }) => wasRefused);
        const output = await terminal.run(history[shell]);
        assert.match(output.slice(output.indexOf('history') + 10), /command touch danger/);
      }));

    it('a report follows each refusal, and tells it from others', () =>
      inShell({ shell }, async (terminal, listener) => {
        refuseDanger(listener);
        for (let count = 1; count <= 2; count++) {
          terminal.type(danger);
          await listener.waitFor('behind a refusal', () => refusals(listener) === count);
        }
        await terminal.run('command true');
        await terminal.run('export APP_ENV=done');
        const { wasRefused } = await listener.waitForValue('APP_ENV', 'done');
        assert.deepEqual([wasRefused, refusals(listener)], [false, 2]);
      }));
  });

function refusals(listener: ReportListener): number {
  return listener.reports.filter(({ wasRefused }) => wasRefused).length;
}
