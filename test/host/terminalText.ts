import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from './driver';
import { eventually } from './eventually';

/** Terminals that are drawn as text can be read from the page. Holds for those that are opened from now on. */
export async function drawTerminalsAsText(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('terminal.integrated');
  await settings.update('gpuAcceleration', 'off', vscode.ConfigurationTarget.Global);
  // The command that has scrolled away would be drawn a second time.
  await settings.update('stickyScroll.enabled', false, vscode.ConfigurationTarget.Global);
}

/** What the terminal in front shows, line by line. */
export async function terminalText(): Promise<string> {
  const lines = await driver.texts('.terminal-wrapper.active .xterm-rows > div');
  return lines
    .map((line) => line.replaceAll('\u{a0}', ' ').trimEnd())
    .join('\n')
    .trimEnd();
}

/** Waits until the terminal in front shows a text. */
export async function waitForTerminal(pattern: RegExp): Promise<string> {
  return eventually(async () => {
    const text = await terminalText();
    assert.match(text, pattern);
    return text;
  });
}
