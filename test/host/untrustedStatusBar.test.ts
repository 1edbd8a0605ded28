import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { driver } from './driver';
import { styleOf, textOf, waitForPage } from './waitForPage';

export const workspace = 'test/fixtures/workspaces/production';
export const asksForTrust = true;

const item = '[id="safety-catch.safety-catch.connection"]';

describe('in a folder that is not trusted', () => {
  it('the status bar says production, and nothing is written', async () => {
    await vscode.extensions.getExtension('safety-catch.safety-catch')!.activate();
    assert.equal(vscode.workspace.isTrusted, false);
    await waitForPage(textOf(item), 'PRODUCTION scores@db-prod.example.com');
    assert.match((await driver.attribute(item, 'class')) ?? '', /error-kind/);
    await waitForPage(
      `${styleOf('.part.statusbar', 'background-color')} !== 'rgb(154, 27, 18)'`,
      true,
    );
    assert.deepEqual(readdirSync(vscode.workspace.workspaceFolders![0]!.uri.fsPath), ['.env']);
  });
});
