import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { driver } from './driver';
import { eventually } from './eventually';

const toHex = (rgb: string): string =>
  `#${[...rgb.matchAll(/\d+/g)].map(([part]) => Number(part).toString(16).padStart(2, '0')).join('')}`;

describe('the driver of a test window', () => {
  const terminals: vscode.Terminal[] = [];
  after(() => terminals.forEach((terminal) => terminal.dispose()));

  it('types into a terminal as a person would', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
    const terminal = vscode.window.createTerminal('typed');
    terminals.push(terminal);
    terminal.show();
    await driver.click('.terminal.xterm');
    await eventually(async () => assert.ok(terminal.shellIntegration));
    await driver.type('touch was-here');
    await driver.press('Enter');
    await eventually(() => Promise.resolve(assert.ok(existsSync(join(folder, 'was-here')))));
  });

  it('reads from the screen the colour that the style names', async () => {
    const style = await driver.computedStyle('.statusbar', 'background-color');
    assert.equal(await driver.pixel('.statusbar', 400, 10), toHex(style));
  });

  it('sees a change of theme', async () => {
    const workbench = vscode.workspace.getConfiguration('workbench');
    const { Global } = vscode.ConfigurationTarget;
    const theme = workbench.get('colorTheme');
    const before = await driver.computedStyle('.statusbar', 'background-color');
    await workbench.update('colorTheme', 'Default High Contrast', Global);
    await eventually(async () =>
      assert.notEqual(await driver.computedStyle('.statusbar', 'background-color'), before),
    );
    // Not undefined: that would also forget the theme with which the window was started.
    await workbench.update('colorTheme', theme, Global);
  });

  it('takes pictures', async () => {
    assert.equal(await driver.screenshot('driver'), join('out', 'screenshots', 'driver.png'));
  });

  it('tells which selector found nothing', async () => {
    await assert.rejects(
      driver.attribute('.no-such-thing', 'id', 200),
      /driver\.attribute: .*no-such-thing/s,
    );
  });

  it('blames no test for what a built-in extension of VS Code does', () => {
    const error = new Error('write EPIPE');
    error.stack = 'Error: write EPIPE\n  at /vscode/extensions/git/dist/main.js:66:494';
    process.emit('uncaughtException', error);
  });

  it('has nothing to offer without its token', async () => {
    const url = process.env['SAFETY_CATCH_TEST_DRIVER']!;
    const { status } = await fetch(`${url}/evaluate`, { method: 'POST', body: '["1 + 1"]' });
    assert.equal(status, 403);
  });
});
