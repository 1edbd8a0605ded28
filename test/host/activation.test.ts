import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { commandIds } from '../../src/manifest';

const extensionId = 'safety-catch.safety-catch';

describe('the extension', () => {
  it('activates by itself once the window is ready', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, 'VS Code does not know the extension');
    await extension.activate();
    assert.ok(extension.isActive);
  });

  it('registers every command that its manifest declares', async () => {
    const registered = await vscode.commands.getCommands(true);
    const missing = Object.values(commandIds).filter((id) => !registered.includes(id));
    assert.deepEqual(missing, []);
  });
});
