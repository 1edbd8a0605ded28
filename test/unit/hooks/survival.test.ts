import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import type { ShellName } from './hookTerminal';
import { inShell, needsShell, shells } from './inShell';

/** VS Code's own marks in what a terminal printed, with the window's and the home's names taken out. */
function marks(output: string, home: string): string[] {
  return [...output.matchAll(/\x1b\]633;([^\x07]*)\x07/g)].map((match) =>
    match[1]!.replaceAll(home, '~'),
  );
}

const status: Readonly<Record<ShellName, string>> = {
  bash: 'echo "status=$?"',
  zsh: 'echo "status=$?"',
  fish: 'echo "status=$status"',
};

for (const shell of shells)
  describe(`a ${shell} with the hook`, () => {
    before(function () {
      needsShell(this, shell);
    });

    it("keeps the marks of VS Code's shell integration as they are", async () => {
      const lines = [
        'echo one',
        'false',
        'export DATABASE_URL=x',
        '',
        'echo two; echo three',
        'ls /nowhere',
      ];
      const seen: string[][] = [];
      for (const isUnhooked of [true, false])
        await inShell({ shell, isUnhooked }, async (terminal) => {
          await terminal.run('true');
          for (const line of lines) await terminal.run(line);
          // The marks of a command and of the prompt behind it come in one burst; the last one is still on its way.
          seen.push(marks(terminal.output, terminal.home).filter((mark) => !/<""/.test(mark)));
        });
      const length = Math.min(seen[0]!.length, seen[1]!.length) - 6;
      assert.ok(length > 20);
      assert.deepEqual(seen[1]!.slice(0, length), seen[0]!.slice(0, length));
    });

    it('keeps the status of the last command, and the last background job', () =>
      inShell({ shell }, async (terminal) => {
        terminal.type(`sh -c 'exit 7'`);
        assert.match(await terminal.run(status[shell]), /status=7/);
        const isFish = shell === 'fish';
        await terminal.run(isFish ? 'sleep 60 &; set job $last_pid' : 'sleep 60 & job=$!');
        await terminal.run('export DATABASE_URL=x');
        assert.match(
          await terminal.run(`echo "last=${isFish ? '$last_pid' : '$!'} job=$job."`),
          /last=(\d+) job=\1\./,
        );
        await terminal.run('kill $job');
      }));

    it('hands to programs what they would get without it', () =>
      inShell({ shell, env: { DATABASE_URL: 'x' } }, async (terminal) => {
        const output = await terminal.run('env');
        const left = [
          ...output.matchAll(
            /^(PROMPT_COMMAND|SAFETY_CATCH_\w+|ZDOTDIR|XDG_DATA_DIRS|BASH_ENV)=(.*?)\r?$/gm,
          ),
        ];
        const names = left.map((match) => match[1]);
        // zsh's own integration leaves the user's start-up folder in ZDOTDIR; the others are for what asks behind this shell.
        for (const [, name, value] of left)
          if (name === 'ZDOTDIR') assert.equal(value, terminal.home);
          else if (name === 'XDG_DATA_DIRS') assert.equal(value, '/usr/local/share:/usr/share');
        assert.deepEqual(names.filter((name) => name!.startsWith('SAFETY')).sort(), [
          'SAFETY_CATCH_CHANNEL',
          'SAFETY_CATCH_TERMINAL',
        ]);
        for (const name of ['PROMPT_COMMAND', 'BASH_ENV']) assert.ok(!names.includes(name), name);
      }));

    it('leaves a nested shell alone, and is itself again behind it', () =>
      inShell({ shell }, async (terminal, listener) => {
        await terminal.run('export APP_ENV=outer');
        await listener.waitForValue('APP_ENV', 'outer');
        const count = listener.reports.length;
        terminal.type(shell);
        const inner = await terminal.run('export APP_ENV=inner');
        assert.doesNotMatch(inner, /not found|unknown/i);
        await terminal.run('true');
        terminal.type('exit');
        await terminal.run('export APP_ENV=after');
        await listener.waitForValue('APP_ENV', 'after');
        assert.deepEqual(
          listener.reports.slice(count).map(({ processId }) => processId),
          [terminal.processId],
        );
      }));
  });
