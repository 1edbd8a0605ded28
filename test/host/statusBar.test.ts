import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { commandIds } from '../../src/manifest';
import { driver } from './driver';
import { eventually } from './eventually';
import { styleOf, textOf, waitForPage } from './waitForPage';

export const workspace = 'test/fixtures/workspaces/production';

const item = '[id="safety-catch.safety-catch.connection"]';
const bar = '.part.statusbar';
const red = 'rgb(154, 27, 18)';
const production = 'postgresql://app:hunter2@db-prod.example.com/scores';
const development = 'postgresql://app:hunter2@localhost/scores';

/** VS Code marks the windows in which extensions are tried. */
const prefix = '[Extension Development Host] ';

const folder = (): string => vscode.workspace.workspaceFolders![0]!.uri.fsPath;

/** Writes as another program would: without an editor. */
function writeEnv(url: string): void {
  writeFileSync(join(folder(), '.env'), `DATABASE_URL=${url}\n`);
}

async function toProduction(): Promise<void> {
  writeEnv(production);
  await waitForPage(textOf(item), 'PRODUCTION scores@db-prod.example.com');
  await waitForPage(styleOf(bar, 'background-color'), red);
}

describe('the status bar', () => {
  before(() => vscode.extensions.getExtension('safety-catch.safety-catch')!.activate());
  beforeEach(toProduction);
  after(() => vscode.commands.executeCommand(commandIds.resumeProtection));

  it('says production in words and turns red, the item and the whole bar', async () => {
    assert.match(
      (await driver.attribute(`${item} a`, 'aria-label')) ?? '',
      /^PRODUCTION: a run here would reach the PostgreSQL database scores on db-prod\.example\.com as user app, decided by DATABASE_URL in \.env:1\./,
    );
    assert.match((await driver.attribute(item, 'class')) ?? '', /error-kind/);
    await driver.screenshot('status-bar-production');
  });

  it('is quiet in development, and leaves no settings file behind', async () => {
    writeEnv(development);
    await waitForPage(textOf(item), 'development scores@localhost');
    await waitForPage(`${styleOf(bar, 'background-color')} !== '${red}'`, true);
    assert.deepEqual(readdirSync(folder()), ['.env']);
    assert.doesNotMatch((await driver.attribute(item, 'class')) ?? '', /error-kind|warning-kind/);
    await driver.screenshot('status-bar-development');
  });

  it('answers for the notebook in view, by what its cells do', async () => {
    const file = join(folder(), 'report.ipynb');
    const source = [`import psycopg2\npsycopg2.connect("${development}")`];
    writeFileSync(
      file,
      JSON.stringify({
        cells: [{ cell_type: 'code', metadata: {}, source, outputs: [] }],
        metadata: {},
        nbformat: 4,
        nbformat_minor: 5,
      }),
    );
    try {
      const notebook = await vscode.workspace.openNotebookDocument(vscode.Uri.file(file));
      await vscode.window.showNotebookDocument(notebook);
      await waitForPage(textOf(item), 'development scores@localhost');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    } finally {
      rmSync(file);
    }
  });

  it('keeps the colours that a person sets meanwhile', async () => {
    const colours = vscode.workspace.getConfiguration('workbench');
    const painted = colours.inspect<Record<string, string>>('colorCustomizations')!.workspaceValue;
    const own = { ...painted, 'statusBar.background': '#004400' };
    await colours.update('colorCustomizations', own, vscode.ConfigurationTarget.Workspace);
    await waitForPage(styleOf(bar, 'background-color'), 'rgb(0, 68, 0)');
    writeEnv(development);
    await waitForPage(textOf(item), 'development scores@localhost');
    await waitForPage(styleOf(bar, 'background-color'), 'rgb(0, 68, 0)');
    await colours.update('colorCustomizations', undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.workspace.fs.delete(vscode.Uri.file(join(folder(), '.vscode')), {
      recursive: true,
    });
  });

  it('gives its colours back during a pause, counts down, and resumes', async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    void vscode.commands.executeCommand(commandIds.pauseProtection);
    await waitForPage(`${styleOf(bar, 'background-color')} !== '${red}'`, true);
    await waitForPage(`/^Safety Catch paused 14:5\\d$/.test(${textOf(item)})`, true);
    assert.equal(existsSync(join(folder(), '.vscode')), false);
    await vscode.commands.executeCommand(commandIds.resumeProtection);
    await waitForPage(textOf(item), 'PRODUCTION scores@db-prod.example.com');
    await waitForPage(styleOf(bar, 'background-color'), red);
  });

  it('keeps to the item where that is asked for', async () => {
    const settings = vscode.workspace.getConfiguration('safetyCatch');
    await settings.update('colour.statusBar', 'item', vscode.ConfigurationTarget.Global);
    await waitForPage(`${styleOf(bar, 'background-color')} !== '${red}'`, true);
    assert.match((await driver.attribute(item, 'class')) ?? '', /error-kind/);
    await settings.update('colour.statusBar', 'off', vscode.ConfigurationTarget.Global);
    await waitForPage(`document.querySelector('${item}').className.includes('error-kind')`, false);
    await settings.update('colour.statusBar', undefined, vscode.ConfigurationTarget.Global);
  });

  it('writes nothing where version control would see it, and says so', async () => {
    writeEnv(development);
    await waitForPage(textOf(item), 'development scores@localhost');
    await waitForPage(`${styleOf(bar, 'background-color')} !== '${red}'`, true);
    execFileSync('git', ['init', '--quiet'], { cwd: folder() });
    const settings = vscode.workspace.getConfiguration('safetyCatch');
    await settings.update('colour.statusBar', 'bar', vscode.ConfigurationTarget.Global);
    writeEnv(production);
    await waitForPage(textOf(item), 'PRODUCTION scores@db-prod.example.com');
    await vscode.commands.executeCommand('notifications.showList');
    await driver.waitFor('.notifications-center :text("Only the Safety Catch item turns red")');
    await vscode.commands.executeCommand('notifications.hideList');
    assert.deepEqual(readdirSync(folder()).sort(), ['.env', '.git']);
    rmSync(join(folder(), '.git'), { recursive: true });
    writeEnv(development);
    await waitForPage(textOf(item), 'development scores@localhost');
    await settings.update('colour.statusBar', undefined, vscode.ConfigurationTarget.Global);
  });

  it('tells the evidence in its tooltip, with a link to the line', async () => {
    await driver.hover(item);
    await driver.waitFor('.monaco-hover:has-text("Decided by DATABASE_URL in")');
    await driver.screenshot('status-bar-hover');
    await driver.click('.monaco-hover a:has-text(".env:1")');
    await driver.waitFor('.tab.active:has-text(".env")');
    await eventually(() =>
      assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, join(folder(), '.env')),
    );
  });

  it('offers its words to the title of the window', async () => {
    const settings = vscode.workspace.getConfiguration('window');
    await settings.update('title', 'Title ${safetyCatch}', vscode.ConfigurationTarget.Global);
    await waitForPage('document.title', `${prefix}Title PRODUCTION scores@db-prod.example.com`);
    writeEnv(development);
    await waitForPage('document.title', `${prefix}Title`);
    await settings.update('title', undefined, vscode.ConfigurationTarget.Global);
  });
});
