import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type * as vscode from 'vscode';
import { closeTerminal, openGatedTerminal } from './gatedTerminal';
import { waitForTerminal } from './terminalText';

export const workspace = 'test/fixtures/workspaces/production';

describe('a terminal that VS Code has opened for its agent', () => {
  let terminal: vscode.Terminal;

  before(async () => {
    // What VS Code sets, and its own scripts unset before the first prompt.
    terminal = await openGatedTerminal({ VSCODE_PREVENT_SHELL_HISTORY: '1' });
  });
  after(() => closeTerminal(terminal));

  it('is told to leave it to a person, and is asked for no name that it could type', async () => {
    terminal.sendText(' dropdb -h db-prod.example.com shop');
    const text = await waitForTerminal(/Refused by Safety Catch[^]*\n%$/);
    assert.ok(!text.includes('or type shop'), text);
    assert.match(text, /Only a person can let it run/);
  });
});
