import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { terminalColours } from '../../src/terminal/terminalColours';
import { driver } from './driver';
import { eventually } from './eventually';

export interface TestTerminal {
  readonly terminal: vscode.Terminal;
  /** Runs a line and waits for its end. */
  run(line: string): Promise<void>;
  /** `undefined` stands for the theme's own background. */
  expectColour(colour: string | undefined): Promise<void>;
}

export const colourOf = {
  lightProduction: terminalColours('production', 'light')!.background,
  darkProduction: terminalColours('production', 'dark')!.background,
};

/** Opens a terminal in the panel, beside `beside` if that is given, and waits until its shell is at its prompt. */
export async function openTerminal(beside?: TestTerminal): Promise<TestTerminal> {
  const terminal = beside
    ? await split(beside.terminal)
    : vscode.window.createTerminal({ shellPath: '/bin/bash' });
  terminal.show();
  await eventually(() => Promise.resolve(assert.ok(terminal.shellIntegration)));
  // A short prompt for the pictures.
  await runLine(terminal, "PS1='\\W \\$ '; clear");
  const pane = `.terminal-group .split-view-view:nth-child(${beside ? 2 : 1}) .xterm-screen`;
  return {
    terminal,
    run: (line) => runLine(terminal, line),
    expectColour: async (colour) => assert.equal(await colourAt(pane), colour),
  };
}

function split(terminal: vscode.Terminal): Promise<vscode.Terminal> {
  terminal.show();
  return new Promise((resolve) => {
    const opened = vscode.window.onDidOpenTerminal((other) => {
      opened.dispose();
      resolve(other);
    });
    void vscode.commands.executeCommand('workbench.action.terminal.split');
  });
}

/** The colour of the pane where no text is; `undefined` if it is none of ours. */
async function colourAt(pane: string): Promise<string | undefined> {
  const screen = await driver.pixel(pane, 200, 120);
  return Object.values(colourOf).find((colour) => colour === screen);
}

function runLine(terminal: vscode.Terminal, line: string): Promise<void> {
  return new Promise((resolve) => {
    const ended = vscode.window.onDidEndTerminalShellExecution(({ execution }) => {
      if (execution.commandLine.value !== line) return;
      ended.dispose();
      resolve();
    });
    terminal.sendText(line);
  });
}
