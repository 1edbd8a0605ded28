import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { findCommand } from '../findCommand';
import { skip } from '../skip';
import { eventually } from './eventually';
import { waitForQuestion } from './gatedTerminal';
import { allowedRows, stoppedRows } from './matrixRows';
import { drawTerminalsAsText, waitForTerminal } from './terminalText';

export const workspace = 'test/fixtures/workspaces/production';

const refused = 130;
const atPrompt = /[#$%>]$/;

/** In fish, VS Code reads the line off the screen, now and then with a blank behind it. */
function lineOf({ execution }: vscode.TerminalShellExecutionEndEvent, shell: string): string {
  const { value } = execution.commandLine;
  return shell === 'fish' ? value.trimEnd() : value;
}

for (const shell of ['bash', 'zsh', 'fish'] as const)
  describe(`what is typed into ${shell} in a window`, () => {
    let terminal: vscode.Terminal;
    let made = '';

    before(async function () {
      if (!findCommand(shell)) skip(this, `there is no ${shell} on this machine`);
      made = join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, 'made');
      await drawTerminalsAsText();
      terminal = vscode.window.createTerminal({ shellPath: findCommand(shell)! });
      terminal.show();
      await eventually(() => Promise.resolve(assert.ok(terminal.shellIntegration)));
    });
    after(() => terminal?.dispose());
    afterEach(() => rmSync(made, { force: true }));

    /** What VS Code tells of the next command that ends like this. */
    function ended(
      isWanted: (event: vscode.TerminalShellExecutionEndEvent) => boolean,
    ): Promise<vscode.TerminalShellExecutionEndEvent> {
      return new Promise((resolve) => {
        const listener = vscode.window.onDidEndTerminalShellExecution((event) => {
          if (event.terminal !== terminal || !isWanted(event)) return;
          listener.dispose();
          resolve(event);
        });
      });
    }

    /** At the prompt: what is typed before it, VS Code may tell as another command. */
    async function run(line: string): Promise<number | undefined> {
      await waitForTerminal(atPrompt);
      const end = ended((event) => lineOf(event, shell) === line);
      terminal.sendText(line);
      return (await end).exitCode;
    }

    for (const { what, keys, before: lines = {} } of stoppedRows)
      if (keys[shell] !== undefined)
        it(`is stopped: ${what}`, async () => {
          if (lines[shell] !== undefined) await run(lines[shell]);
          await waitForTerminal(atPrompt);
          terminal.sendText(keys[shell]!, false);
          const text = await waitForQuestion();
          assert.match(text, /■ Safety Catch: this runs against PRODUCTION/);
          const end = ended(({ exitCode }) => exitCode === refused);
          terminal.sendText('');
          await end;
          // What was typed behind it would have run by now.
          assert.equal(await run(`echo behind ${what.length}`), 0);
          assert.ok(!existsSync(made));
        });

    for (const [line, exitCode] of allowedRows)
      it(`runs, and VS Code knows its end: ${line}`, async () => {
        assert.equal(await run(line), exitCode);
      });
  });
