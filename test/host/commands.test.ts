import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { commandIds } from '../../src/manifest';
import { driver } from './driver';
import { textOf, waitForPage } from './waitForPage';

export const workspace = 'test/fixtures/workspaces/production';

const item = '[id="safety-catch.safety-catch.connection"]';
const input = '.quick-input-widget';
const labels = () => vscode.workspace.getConfiguration('safetyCatch').inspect('labels')!;

/** Takes the row of the quick pick that starts so. */
async function choose(title: string, row: string): Promise<void> {
  await driver.waitFor(`${input} input[placeholder^="${title}"]`);
  await driver.click(`${input} .monaco-list-row:has-text("${row}")`);
}

describe('the commands', () => {
  before(async () => {
    await vscode.extensions.getExtension('safety-catch.safety-catch')!.activate();
    await waitForPage(textOf(item), 'PRODUCTION scores@db-prod.example.com');
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('explain the connection in a text that links every place', async () => {
    await vscode.commands.executeCommand(commandIds.explainConnection);
    const { document } = vscode.window.activeTextEditor!;
    assert.match(document.getText(), /^The folder \S+\n\nPRODUCTION: a run here would reach/);
    assert.match(document.getText(), /^ {2}Decided by DATABASE_URL in \.env:1\.$/m);
    assert.doesNotMatch(document.getText(), /hunter2/);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    assert.equal(document.getText(links[0]!.range), '.env:1');
    assert.match(links[0]!.target!.toString(), /\/\.env#L1$/);
  });

  it('label a database for oneself, which counts at once, and take the label away', async () => {
    void vscode.commands.executeCommand(commandIds.labelTarget);
    await choose('What is', 'development');
    await waitForPage(textOf(item), 'development scores@db-prod.example.com');
    assert.deepEqual(labels().globalValue, { 'db-prod.example.com:5432/scores': 'development' });
    assert.equal(labels().workspaceValue, undefined);

    void vscode.commands.executeCommand(commandIds.labelTarget);
    await choose('What is', 'Remove my label');
    await waitForPage(textOf(item), 'PRODUCTION scores@db-prod.example.com');
    assert.equal(labels().globalValue, undefined);
  });

  it('offer choices at a click on the status bar', async () => {
    await driver.click(item);
    await choose('PRODUCTION: a run here', 'Open what decides');
    await driver.waitFor('.tab.active:has-text(".env")');
  });
});
