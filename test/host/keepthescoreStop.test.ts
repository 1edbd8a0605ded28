import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { createScoreTables } from '../demo/createScoreTables';
import { countScoreboards, seedScoreboards } from '../incidents/keepthescore/scoreboards';
import { driver } from './driver';
import { drawTerminalsAsText, waitForTerminal } from './terminalText';

export const workspace = 'test/incidents/keepthescore/workspace';

const folder = (): string => vscode.workspace.workspaceFolders![0]!.uri.fsPath;

/** The terminals of earlier tests keep their variables. */
function closeTerminals(): void {
  for (const terminal of vscode.window.terminals) terminal.dispose();
}

describe('the night of keepthescore, stopped', () => {
  let production = '';
  let development = '';
  let terminal: vscode.Terminal;
  let path = '';

  const counts = async (): Promise<readonly number[]> => [
    await countScoreboards(production),
    await countScoreboards(development),
  ];

  before(async () => {
    const { postgres } = await driver.startServers({ postgres: 2 });
    [production, development] = postgres as [string, string];
    for (const [url, games] of [[production, 300] as const, [development, 5] as const]) {
      await createScoreTables(url);
      await seedScoreboards(url, games);
    }
    const env = join(folder(), '.env');
    const text = readFileSync(env, 'utf8').replace(
      /^DATABASE_URL=.*$/m,
      `DATABASE_URL=${production}`,
    );
    writeFileSync(env, text);
    const { host, pathname } = new URL(production);
    await vscode.workspace
      .getConfiguration('safetyCatch')
      .update(
        'labels',
        { [`${host}${pathname}`]: 'production' },
        vscode.ConfigurationTarget.Global,
      );
    path = `${await driver.pythonFolder()}${delimiter}${process.env['PATH']}`;
    closeTerminals();
    await drawTerminalsAsText();
    terminal = vscode.window.createTerminal({
      shellPath: '/bin/bash',
      env: { PATH: path, DEV_DATABASE_URL: development },
    });
    terminal.show();
    await waitForTerminal(/[#$]$/);
    terminal.sendText("PS1='% '; clear");
    await waitForTerminal(/^%$/);
  });
  after(closeTerminals);

  it('stops the script before it starts, tells the facts, and runs nothing after Enter', async () => {
    terminal.sendText('python create_db.py');
    const text = await waitForTerminal(/^ {2}>$(?![\s\S])/m);
    assert.match(text, /■ Safety Catch: this runs against PRODUCTION/);
    assert.match(text, /python create_db\.py/);
    assert.match(text, /FLASK_ENV is not set for development: config\.py:28/);
    assert.match(text, /\[r\] run with FLASK_ENV=development/);
    await driver.screenshot('keepthescore-stopped');
    terminal.sendText('');
    await waitForTerminal(/Cancelled\. Nothing was run\./);
    terminal.sendText('echo status $?');
    await waitForTerminal(/^status 130$/m);
    assert.deepEqual(await counts(), [300, 5]);
  });

  it('runs it on development after r: there the tables are new, production keeps all', async () => {
    terminal.sendText('clear');
    terminal.sendText('python create_db.py');
    await waitForTerminal(/^ {2}>$(?![\s\S])/m);
    terminal.sendText('r');
    await waitForTerminal(/^% FLASK_ENV=development python create_db\.py$/m);
    await waitForTerminal(/The local database is empty and ready\./);
    assert.deepEqual(await counts(), [300, 0]);
  });
});
