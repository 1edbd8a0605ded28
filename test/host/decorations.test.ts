import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { commandIds } from '../../src/manifest';
import { driver } from './driver';
import { eventually } from './eventually';
import { waitForMarks, waitForWords } from './marks';
import { drawTerminalsAsText, waitForTerminal } from './terminalText';
import { openTerminal } from './testTerminal';
import { waitForPage } from './waitForPage';

export const workspace = 'test/incidents/keepthescore/workspace';

const folder = (): string => vscode.workspace.workspaceFolders![0]!.uri.fsPath;
const uriOf = (name: string): vscode.Uri => vscode.Uri.file(join(folder(), name));
const dropLine = 9;
const words = 'drops the tables Game, Player, Score';

async function open(name: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(uriOf(name));
  const start = new vscode.Position(dropLine, 4);
  editor.selection = new vscode.Selection(start, start);
  return editor;
}

async function useTheme(name: string | undefined): Promise<void> {
  const workbench = vscode.workspace.getConfiguration('workbench');
  await workbench.update('colorTheme', name, vscode.ConfigurationTarget.Global);
}

/** It would hide the ends of lines in the pictures. */
async function showMinimap(isShown: boolean | undefined): Promise<void> {
  const minimap = vscode.workspace.getConfiguration('editor.minimap');
  await minimap.update('enabled', isShown, vscode.ConfigurationTarget.Global);
}

async function hoverText(uri: vscode.Uri, line: number, column: number): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    new vscode.Position(line, column),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n')
    .replaceAll('\\', '');
}

describe('flagged lines', () => {
  let editor: vscode.TextEditor;
  let original = '';

  before(async () => {
    await vscode.extensions.getExtension('safety-catch.safety-catch')!.activate();
    editor = await open('create_db.py');
    original = editor.document.getText();
  });
  after(async () => {
    await useTheme(undefined);
    await showMinimap(undefined);
  });

  it('are red where they would hit production, and say so in words', async () => {
    await waitForMarks('production');
    await waitForWords(`PRODUCTION scores@db-prod.keepthescore.example · ${words}`);
  });

  it('are listed among the problems, with the trap and the place that decides', async () => {
    const [problem, ...others] = vscode.languages.getDiagnostics(editor.document.uri);
    assert.deepEqual(others, []);
    assert.equal(problem!.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(editor.document.getText(problem!.range).startsWith('drop_tables'), true);
    assert.match(
      problem!.message,
      /Game, Player, Score in the PostgreSQL database scores on db-prod/,
    );
    assert.match(problem!.relatedInformation![0]!.location.uri.fsPath, /\.env$/);
  });

  it('tell in a hover what they reach and why, and what would make them safe', async () => {
    const text = await hoverText(editor.document.uri, dropLine, 14);
    assert.match(text, /PRODUCTION: this would reach the PostgreSQL database scores/);
    assert.match(text, /Decided by DATABASE_URL in \[\.env:3\]/);
    assert.match(text, /Run it with FLASK_ENV=development/);
    assert.doesNotMatch(text, /not-a-real-password/);
  });

  it('turn faint as soon as a terminal exports FLASK_ENV, and red again', async () => {
    const terminal = await openTerminal();
    await terminal.run('export FLASK_ENV=development');
    await waitForMarks('faint');
    assert.deepEqual(vscode.languages.getDiagnostics(editor.document.uri), []);
    await terminal.run('unset FLASK_ENV');
    await waitForMarks('production');
    terminal.terminal.dispose();
  });

  it('follow an env file', async () => {
    const env = uriOf('.env').fsPath;
    const before = readFileSync(env, 'utf8');
    writeFileSync(env, 'DATABASE_URL=postgresql://keeper:keeper@localhost:5433/scores\n');
    await waitForMarks('faint');
    writeFileSync(env, before);
    await waitForMarks('production');
  });

  it('keep their marks while a statement is half typed', async () => {
    const typed = new vscode.Position(dropLine - 1, 0);
    await editor.edit((edit) => edit.insert(typed, '    for game in (\n'));
    await waitForMarks('production');
    await eventually(async () => {
      await waitForMarks('production');
      assert.equal(vscode.languages.getDiagnostics(editor.document.uri)[0]?.range.start.line, 10);
    });
    await editor.edit((edit) => edit.delete(new vscode.Range(typed, typed.translate(1))));
    await waitForMarks('production');
  });

  it('can be guarded by the variable that keeps the project in development', async () => {
    editor = await open('create_db.py');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      new vscode.Range(dropLine, 4, dropLine, 4),
    );
    const guard = actions.find(
      ({ title }) => title === 'Go on only where FLASK_ENV is development',
    );
    assert.ok(guard, actions.map(({ title }) => title).join());
    assert.ok(await vscode.workspace.applyEdit(guard.edit!));
    assert.match(
      editor.document.getText(),
      /^import os\n[^]*\n {4}if os\.environ\.get\("FLASK_ENV"\) != "development":\n {8}raise RuntimeError\(.*\)\n {4}local_db\.drop_tables/,
    );
    await replaceAll(editor, original);
  });

  it('are quiet once a person says why they are right', async () => {
    editor = await open('create_db.py');
    await waitForMarks('production');
    void vscode.commands.executeCommand(commandIds.markReviewed);
    await driver.waitFor('.quick-input-widget input[placeholder^="empties"]');
    await driver.type('the seed database');
    await driver.press('Enter');
    await waitForMarks('reviewed');
    const line = editor.document.lineAt(dropLine).text;
    assert.match(line, /drop_tables\(.*\) # safety-catch: reviewed the seed database$/);
    assert.deepEqual(vscode.languages.getDiagnostics(editor.document.uri), []);
    await replaceAll(editor, original);
    await waitForMarks('production');
  });

  it('say above their function what they do, where that is asked for', async () => {
    const settings = vscode.workspace.getConfiguration('safetyCatch');
    const lenses = (): Thenable<vscode.CodeLens[]> =>
      vscode.commands.executeCommand('vscode.executeCodeLensProvider', editor.document.uri);
    assert.deepEqual(await lenses(), []);
    await settings.update('show.lenses', true, vscode.ConfigurationTarget.Global);
    const [lens] = await lenses();
    assert.equal(lens!.range.start.line, 5);
    assert.equal(lens!.command!.title, `${words} (PRODUCTION)`);
    await settings.update('show.lenses', undefined, vscode.ConfigurationTarget.Global);
  });

  it('can be run on development, by whoever presses Enter', async () => {
    await drawTerminalsAsText();
    const opened = new Promise<vscode.Terminal>((resolve) => {
      const listener = vscode.window.onDidOpenTerminal((terminal) => {
        listener.dispose();
        resolve(terminal);
      });
    });
    await vscode.commands.executeCommand(commandIds.runOnDevelopment);
    const terminal = await opened;
    const options = terminal.creationOptions as vscode.TerminalOptions;
    assert.deepEqual(options.env, { FLASK_ENV: 'development' });
    await waitForTerminal(/python create_db\.py\s*$/);
    terminal.dispose();
    editor = await open('create_db.py');
    await waitForMarks('production');
  });

  it('are explained in a text with links', async () => {
    await vscode.commands.executeCommand(commandIds.explainFinding);
    const text = vscode.window.activeTextEditor!.document.getText();
    assert.match(
      text,
      /^This drops the tables Game, Player, Score \(peewee\)\.\n {2}create_db\.py:10\n/,
    );
    assert.match(text, /^ {2}Run it with FLASK_ENV=development\.$/m);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    editor = await open('create_db.py');
  });

  it('stand in a list of the whole workspace, by stage and file', async () => {
    await editor.document.save();
    await vscode.commands.executeCommand(commandIds.findFlaggedLines);
    const rows = '.pane-body .monaco-list-row';
    const label = `(row) => row.querySelector('.monaco-icon-label')?.innerText.trim().split('\\n')[0]`;
    await waitForPage(
      `[...document.querySelectorAll('${rows}')].map(${label}).map((text) => text?.split('db-prod')[0])`,
      ['PRODUCTION1', 'create_db.py', `10: ${words}scores@`],
    );
    await driver.screenshot('flagged-lines-view');
  });

  for (const [theme, name] of [
    ['Default Light Modern', 'light'],
    ['Default Dark Modern', 'dark'],
    ['Default High Contrast', 'high-contrast'],
  ] as const)
    it(`are readable in the theme ${theme}`, async () => {
      await useTheme(theme);
      await showMinimap(false);
      editor = await open('create_db.py');
      await waitForMarks('production');
      await driver.hover('.view-line:has-text("drop_tables") span:has-text("drop_tables")');
      await driver.waitFor('.monaco-hover:not(.hidden) .hover-contents');
      await driver.screenshot(`flagged-lines-${name}`);
      await driver.hover('.part.statusbar');
    });
});

async function replaceAll(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  await editor.edit((edit) => edit.replace(all, text));
}
