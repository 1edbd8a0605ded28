import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { countDocuments, seedFamilies } from '../incidents/famigo/families';
import { driver } from './driver';
import { openGatedTerminal, runOnEmptyScreen, waitForQuestion } from './gatedTerminal';
import { labelProduction } from './labelProduction';
import { waitForTerminal } from './terminalText';

export const workspace = 'test/incidents/famigo/workspace';

const oneLiners: readonly (readonly [line: string, effect: RegExp])[] = [
  [
    'python -c "from models import Family; [family.delete() for family in Family.objects]"',
    /effect {3}deletes every record of Family/,
  ],
  [
    'python -c "from models import Family; Family.drop_collection()"',
    /effect {3}drops the collection/,
  ],
  [
    `mongosh "$MONGODB_URI" --eval 'db.family.deleteMany({})'`,
    /effect {3}deletes every document of family/,
  ],
];

/** What a developer types all day, here where production is only an env file away. */
const ordinary: readonly string[] = [
  'ls -la',
  'pwd',
  'git status',
  'cat models.py | head -3',
  'grep -rn delete .',
  'echo "db.dropDatabase()"',
  'python --version',
  'python -m pip --version',
  'python -c "print(1 + 1)"',
  'python -c "from models import Family; print(Family.objects.count())"',
  'for i in 1 2 3; do echo $i; done',
  'export EDITOR=vi',
  'history | tail -2',
  'node -e "const seen = new Set([1]); seen.delete(1); console.log(seen.size)"',
  'rm -f nothing.txt && touch nothing.txt && rm nothing.txt',
  'env | grep -c PATH',
  'sleep 0.1 & wait',
  'cd .. && cd -',
  'test -d . || echo no',
  'npm --version',
];

describe('the night of famigo, stopped', () => {
  let production = '';
  let terminal: vscode.Terminal;

  before(async () => {
    const { mongodb } = await driver.startServers({ mongodb: 1 });
    production = `${mongodb[0]!}famigo`;
    await seedFamilies(production, 300);
    const env = join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, '.env');
    const text = readFileSync(env, 'utf8');
    writeFileSync(env, text.replace(/^MONGODB_URI=.*$/m, `MONGODB_URI=${production}`));
    await labelProduction(production);
    const path = `${await driver.pythonFolder()}${delimiter}${process.env['PATH']}`;
    terminal = await openGatedTerminal({ PATH: path, MONGODB_URI: production });
  });

  for (const [line, effect] of oneLiners)
    it(`stops ${line}`, async () => {
      terminal.sendText('clear');
      await waitForTerminal(/^%$/);
      terminal.sendText(line);
      const text = await waitForQuestion();
      assert.match(text, /■ Safety Catch: this runs against PRODUCTION/);
      assert.match(text, effect);
      await driver.screenshot('famigo-stopped');
      terminal.sendText('');
      await waitForTerminal(/Cancelled\. Nothing was run\.\n+%$/);
      assert.equal(await countDocuments(production, 'family'), 300);
    });

  it('hinders none of twenty ordinary commands', async () => {
    for (const line of ordinary) {
      const text = await runOnEmptyScreen(terminal, line);
      assert.ok(!text.includes('Safety Catch'), `${line}\n${text}`);
    }
  });
});
