import * as vscode from 'vscode';
import { drawTerminalsAsText, waitForTerminal } from './terminalText';

/** Closes all terminals and opens one in the panel, with a prompt of `% `. */
export async function openGatedTerminal(
  env: Readonly<Record<string, string>>,
): Promise<vscode.Terminal> {
  for (const terminal of vscode.window.terminals) terminal.dispose();
  await drawTerminalsAsText();
  const terminal = vscode.window.createTerminal({ shellPath: '/bin/bash', env });
  terminal.show();
  await waitForTerminal(/[#$]$/);
  terminal.sendText("PS1='% '; clear");
  await waitForTerminal(/^%$/);
  return terminal;
}

/** Resolves when nothing counts the terminal any more, so that the next test finds none. */
export async function closeTerminal(terminal: vscode.Terminal): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    const listener = vscode.window.onDidCloseTerminal((one) => {
      if (one !== terminal) return;
      listener.dispose();
      resolve();
    });
  });
  terminal.dispose();
  await closed;
}

/** Waits until the gate asks in the terminal, and tells what it says. */
export const waitForQuestion = (): Promise<string> => waitForTerminal(/^ {2}>$(?![\s\S])/m);

/** Runs a line on an empty screen. Resolves at the next prompt with all that is shown then. */
export async function runOnEmptyScreen(terminal: vscode.Terminal, line: string): Promise<string> {
  terminal.sendText('clear');
  await waitForTerminal(/^%$/);
  terminal.sendText(line);
  return waitForTerminal(/\n%$/);
}
