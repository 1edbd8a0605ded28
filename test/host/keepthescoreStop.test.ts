import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { createScoreTables } from '../demo/createScoreTables';
import { countScoreboards, seedScoreboards } from '../incidents/keepthescore/scoreboards';
import { driver } from './driver';
import { eventually } from './eventually';
import { closeTerminal, openGatedTerminal, waitForQuestion } from './gatedTerminal';
import { labelProduction } from './labelProduction';
import { waitForTerminal } from './terminalText';

export const workspace = 'test/incidents/keepthescore/workspace';

const folder = (): vscode.WorkspaceFolder => vscode.workspace.workspaceFolders![0]!;

describe('the night of keepthescore, stopped', () => {
  let production = '';
  let development = '';
  let path = '';
  let terminal: vscode.Terminal;

  const counts = async (): Promise<readonly number[]> => [
    await countScoreboards(production),
    await countScoreboards(development),
  ];
  const expectCounts = (...expected: readonly number[]): Promise<void> =>
    eventually(async () => assert.deepEqual(await counts(), expected));

  before(async () => {
    const { postgres } = await driver.startServers({ postgres: 2 });
    [production, development] = postgres as [string, string];
    for (const [url, games] of [[production, 300] as const, [development, 5] as const]) {
      await createScoreTables(url);
      await seedScoreboards(url, games);
    }
    const env = join(folder().uri.fsPath, '.env');
    const text = readFileSync(env, 'utf8');
    writeFileSync(env, text.replace(/^DATABASE_URL=.*$/m, `DATABASE_URL=${production}`));
    await labelProduction(production);
    path = `${await driver.pythonFolder()}${delimiter}${process.env['PATH']}`;
    terminal = await openGatedTerminal({ PATH: path, DEV_DATABASE_URL: development });
  });
  after(async () => {
    await closeTerminal(terminal);
    const workbench = vscode.workspace.getConfiguration('workbench');
    await workbench.update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
  });

  beforeEach(async () => {
    terminal.show();
    terminal.sendText('clear');
    await waitForTerminal(/^%$/);
  });

  it('stops the script before it starts, tells the facts, and runs nothing after Enter', async () => {
    terminal.sendText('python create_db.py');
    const text = await waitForQuestion();
    assert.match(text, /■ Safety Catch: this runs against PRODUCTION/);
    assert.match(text, /python create_db\.py/);
    assert.match(text, /FLASK_ENV is not set for development: config\.py:28/);
    assert.match(text, /\[r\] run with FLASK_ENV=development/);
    await driver.screenshot('keepthescore-stopped');
    terminal.sendText('');
    await waitForTerminal(/Cancelled\. Nothing was run\./);
    terminal.sendText('echo status $?');
    await waitForTerminal(/^status 130$/m);
    await expectCounts(300, 5);
  });

  for (const [theme, name] of [
    ['Default Dark Modern', 'dark'],
    ['Default High Contrast', 'high-contrast'],
    ['Default Light Modern', 'light'],
  ] as const)
    it(`asks in words that can be read in the theme ${theme}`, async () => {
      const workbench = vscode.workspace.getConfiguration('workbench');
      await workbench.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
      terminal.sendText('python create_db.py');
      await waitForQuestion();
      await driver.screenshot(`keepthescore-stopped-${name}`);
      terminal.sendText('');
      await waitForTerminal(/Cancelled\. Nothing was run\.\n+%$/);
    });

  it('stops it as an npm script, too', async () => {
    terminal.sendText('npm run db:reset');
    assert.match(await waitForQuestion(), /python create_db\.py \(package\.json:6\)/);
    terminal.sendText('');
    await waitForTerminal(/Cancelled\. Nothing was run\./);
    await expectCounts(300, 5);
  });

  it('runs it on development after r: there the tables are new, production keeps all', async () => {
    terminal.sendText('python create_db.py');
    await waitForQuestion();
    terminal.sendText('r');
    await waitForTerminal(/^% FLASK_ENV=development python create_db\.py$/m);
    await waitForTerminal(/The local database is empty and ready\./);
    await expectCounts(300, 0);
  });

  it('runs it on production once its name is typed', async () => {
    terminal.sendText('python create_db.py');
    await waitForQuestion();
    terminal.sendText('scores');
    await waitForTerminal(/The local database is empty and ready\./);
    await expectCounts(0, 0);
  });
});
