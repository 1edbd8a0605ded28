import assert from 'node:assert/strict';
import { writeFileSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { driver } from './driver';
import { waitForMarks, waitForWords } from './marks';

export const workspace = 'test/incidents/famigo/workspace';

const uriOf = (name: string): vscode.Uri =>
  vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);

describe('the lines of famigo', () => {
  before(async () => {
    await vscode.extensions.getExtension('safety-catch.safety-catch')!.activate();
    const editor = await vscode.window.showTextDocument(uriOf('fix_duplicates.py'));
    const deletes = new vscode.Position(6, 4);
    editor.selection = new vscode.Selection(deletes, deletes);
  });

  it('show the delete where a save was meant', async () => {
    await waitForMarks('production');
    await waitForWords(
      'PRODUCTION famigo@famigo-prod.ab1cd.mongodb.net · deletes every document of Family',
    );
    await driver.screenshot('famigo-flagged');
  });

  it('are faint while .env names a database of development', async () => {
    const env = uriOf('.env').fsPath;
    const text = readFileSync(env, 'utf8');
    writeFileSync(env, 'MONGODB_URI=mongodb://localhost:27017/famigo_dev\n');
    await waitForMarks('faint');
    assert.deepEqual(vscode.languages.getDiagnostics(uriOf('fix_duplicates.py')), []);
    writeFileSync(env, text);
    await waitForMarks('production');
  });

  it('leave alone what only reads', async () => {
    await vscode.window.showTextDocument(uriOf('models.py'));
    await waitForMarks();
    assert.deepEqual(vscode.languages.getDiagnostics(uriOf('models.py')), []);
  });
});
