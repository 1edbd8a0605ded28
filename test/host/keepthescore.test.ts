import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { commandIds } from '../../src/manifest';
import { driver } from './driver';
import { eventually } from './eventually';
import { colourOf, openTerminal, type TestTerminal } from './testTerminal';
import { styleOf, textOf, waitForPage } from './waitForPage';

export const workspace = 'test/incidents/keepthescore/workspace';

const item = '[id="safety-catch.safety-catch.connection"]';
const red = 'rgb(154, 27, 18)';
const plain = 'rgb(250, 250, 253)';
const production = 'PRODUCTION scores@db-prod.keepthescore.example';
const local = 'postgresql://keeper:keeper@localhost:5433/scores_dev';

const folder = (): string => vscode.workspace.workspaceFolders![0]!.uri.fsPath;

async function useTheme(name: string | undefined): Promise<void> {
  const workbench = vscode.workspace.getConfiguration('workbench');
  await workbench.update('colorTheme', name, vscode.ConfigurationTarget.Global);
}

describe('the night of keepthescore', () => {
  let left: TestTerminal;
  let right: TestTerminal;

  before(() => vscode.extensions.getExtension('safety-catch.safety-catch')!.activate());
  after(() => useTheme(undefined));

  it('is red before anything is typed: the bar, in words too, and the terminal', async () => {
    await waitForPage(textOf(item), production);
    await waitForPage(styleOf('.part.statusbar', 'background-color'), red);
    left = await openTerminal();
    await eventually(() => left.expectColour(colourOf.lightProduction));
  });

  it('turns one terminal plain by an export, at its next prompt, and leaves the other red', async () => {
    right = await openTerminal(left);
    await eventually(() => right.expectColour(colourOf.lightProduction));
    await right.run(`export DATABASE_URL=${local}`);
    await eventually(() => right.expectColour(undefined));
    await waitForPage(textOf(item), 'development scores_dev@localhost:5433');
    await waitForPage(styleOf('.part.statusbar', 'background-color'), plain);
    // VS Code takes the colours of terminals away with every change of the bar's; ours come back at once.
    await eventually(() => left.expectColour(colourOf.lightProduction));
    await driver.screenshot('keepthescore-two-terminals');
  });

  it('follows FLASK_ENV through config.py', async () => {
    await right.run('unset DATABASE_URL');
    await eventually(() => right.expectColour(colourOf.lightProduction));
    await right.run('export FLASK_ENV=development');
    await eventually(() => right.expectColour(undefined));
    await waitForPage(textOf(item), 'development scores@localhost');
    await right.run('unset FLASK_ENV');
    await eventually(() => right.expectColour(colourOf.lightProduction));
  });

  it('changes the bar and a waiting terminal when .env is saved', async () => {
    const env = join(folder(), '.env');
    const document = await vscode.workspace.openTextDocument(env);
    await vscode.window.showTextDocument(document);
    await waitForPage(textOf(item), production);
    const before = document.getText();
    writeFileSync(env, `DATABASE_URL=${local}\n`);
    await waitForPage(textOf(item), 'development scores_dev@localhost:5433');
    await eventually(() => left.expectColour(undefined));
    writeFileSync(env, before);
    await waitForPage(textOf(item), production);
    await eventually(() => left.expectColour(colourOf.lightProduction));
  });

  it('changes the bar and a waiting terminal when code that decides is saved', async () => {
    const document = await vscode.workspace.openTextDocument(join(folder(), 'config.py'));
    await vscode.window.showTextDocument(document);
    await waitForPage(textOf(item), production);
    const before = document.getText();
    const edit = new vscode.WorkspaceEdit();
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const after = before.replace('os.environ["DATABASE_URL"]', '"postgresql://localhost/scores"');
    edit.replace(document.uri, whole, after);
    await vscode.workspace.applyEdit(edit);
    await document.save();
    await waitForPage(textOf(item), 'development scores@localhost');
    await eventually(() => left.expectColour(undefined));
    writeFileSync(document.uri.fsPath, before);
    await waitForPage(textOf(item), production);
    await eventually(() => left.expectColour(colourOf.lightProduction));
  });

  it('says so when an env file is newer than what a terminal took from it', async () => {
    const env = join(folder(), '.env');
    const before = readFileSync(env, 'utf8');
    await right.run('set -a; . ./.env; set +a');
    writeFileSync(env, `DATABASE_URL=${local}\n`);
    await eventually(async () => {
      await right.run('true');
      await vscode.commands.executeCommand(commandIds.explainConnection);
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      assert.match(text, /^PRODUCTION: .*scores on db-prod\.keepthescore\.example/m);
      assert.match(text, /\.env was changed after this terminal took its variables/);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    });
    writeFileSync(env, before);
    await right.run('unset DATABASE_URL');
  });

  for (const [theme, name, colour] of [
    ['Default Light Modern', 'light', colourOf.lightProduction],
    ['Default Dark Modern', 'dark', colourOf.darkProduction],
    ['Default High Contrast', 'high-contrast', undefined],
  ] as const)
    it(`is readable in the theme ${theme}`, async () => {
      await useTheme(theme);
      await vscode.window.showTextDocument(vscode.Uri.file(join(folder(), 'create_db.py')));
      await eventually(() => left.expectColour(colour));
      await driver.hover(item);
      await driver.waitFor('.monaco-hover:not(.hidden) .hover-contents');
      await driver.screenshot(`keepthescore-${name}`);
      await driver.hover('.part.editor');
    });
});
