import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { findCommand } from '../findCommand';
import { skip } from '../skip';
import { driver } from './driver';
import { eventually } from './eventually';

const production = 'postgres://app:secret@prod-db.example.com/shop';
const red = '#450000';
const amber = '#2e2000';

/** The background of the terminal in front, well below what these tests print. */
const background = (): Promise<string> => driver.pixel('.terminal-wrapper.active', 300, 160);

const turns = (colour: string): Promise<void> =>
  eventually(async () => assert.equal(await background(), colour));

const turnsBack = (): Promise<void> =>
  eventually(async () => assert.ok(![red, amber].includes(await background())));

describe('terminals', () => {
  const terminals: vscode.Terminal[] = [];
  const folder = (): string => vscode.workspace.workspaceFolders![0]!.uri.fsPath;

  async function open(shell: string): Promise<vscode.Terminal> {
    const terminal = vscode.window.createTerminal({ shellPath: findCommand(shell)! });
    terminals.push(terminal);
    terminal.show();
    await eventually(() => Promise.resolve(assert.ok(terminal.shellIntegration)));
    return terminal;
  }

  const setTheme = (theme: string | undefined) =>
    vscode.workspace
      .getConfiguration('workbench')
      .update('colorTheme', theme, vscode.ConfigurationTarget.Global);

  before(() => setTheme('Default Dark Modern'));
  afterEach(() => terminals.splice(0).forEach((terminal) => terminal.dispose()));
  after(() => setTheme(undefined));
  after(() => vscode.commands.executeCommand('workbench.action.closePanel'));

  for (const shell of ['bash', 'zsh', 'fish'])
    it(`turn red and back with what ${shell} exports`, async function () {
      if (!findCommand(shell)) skip(this, `there is no ${shell} on this machine`);
      const terminal = await open(shell);
      terminal.sendText(`export DATABASE_URL=${production}`);
      await turns(red);
      terminal.sendText(shell === 'fish' ? 'set -e DATABASE_URL' : 'unset DATABASE_URL');
      await turnsBack();
    });

  it('keep their own colours beside one that is red', async () => {
    const first = await open('bash');
    first.sendText(`export DATABASE_URL=${production}`);
    await turns(red);
    await open('bash');
    await turnsBack();
    first.show();
    await turns(red);
  });

  it('stay red behind a program that puts back the colours it knows', async () => {
    const terminal = await open('bash');
    terminal.sendText(`export DATABASE_URL=${production}`);
    await turns(red);
    // More than once: the end of the line before may be told late, and bring the colour back meanwhile.
    terminal.sendText("for i in 1 2 3; do printf '\\e]111\\a\\e]110\\a'; sleep 1; done");
    await turnsBack();
    await turns(red);
  });

  it('keep the colours of a high-contrast theme', async () => {
    const terminal = await open('bash');
    terminal.sendText(`export DATABASE_URL=${production}`);
    await turns(red);
    await setTheme('Default High Contrast');
    await eventually(async () => assert.equal(await background(), '#000000'));
    await setTheme('Default Light Modern');
    await turns('#ffe3e3');
    await setTheme('Default Dark Modern');
    await turns(red);
  });

  it('turn red while nobody types, when an env file is edited', async () => {
    await open('bash');
    await turnsBack();
    const file = join(folder(), '.env');
    writeFileSync(file, `DATABASE_URL=${production}\n`);
    await turns(red);
    writeFileSync(file, '');
    await turnsBack();
  });

  it('stay red when the colours of the workbench change around them', async () => {
    const workbench = vscode.workspace.getConfiguration('workbench');
    const { Global } = vscode.ConfigurationTarget;
    const terminal = await open('bash');
    terminal.sendText(`export DATABASE_URL=${production}`);
    await turns(red);
    await workbench.update('colorCustomizations', { 'sideBar.background': '#123456' }, Global);
    await eventually(async () =>
      assert.equal(
        await driver.computedStyle('.part.sidebar', 'background-color'),
        'rgb(18, 52, 86)',
      ),
    );
    await turns(red);
    await workbench.update('colorCustomizations', undefined, Global);
  });

  it('lose their colour with the setting', async () => {
    const settings = vscode.workspace.getConfiguration('safetyCatch');
    const { Global } = vscode.ConfigurationTarget;
    const terminal = await open('bash');
    terminal.sendText(`export DATABASE_URL=${production}`);
    await turns(red);
    await settings.update('colour.terminal', 'off', Global);
    await turnsBack();
    await settings.update('colour.terminal', undefined, Global);
    await turns(red);
  });
});
