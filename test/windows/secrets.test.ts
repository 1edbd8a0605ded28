import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { eventually } from '../host/eventually';
import { Vscode } from './vscode';
import type { VscodeWindow } from './vscodeWindow';

/** Every planted password holds this word. */
const word = 'hunter2';
const planted = [
  `DATABASE_URL=postgresql://app:${word}@db-prod.example.com/scores`,
  `READ_URL=postgresql+psycopg2://app:p%40${word}@db-prod.example.com/scores`,
  `MONGODB_URI=mongodb+srv://app:${word}@cluster.example.net/scores?retryWrites=true`,
  `REDIS_URL=redis://:${word}@cache-prod.example.com:6379/0`,
  `MYSQL_URL=mysql://app:${word}@db.example.com:99999999/app`,
  `SPRING_DATASOURCE_URL=jdbc:postgresql://db.example.com/app?user=app&password=${word}`,
  `CONNINFO="host=db.example.com user=app password='${word}' dbname=app"`,
  'DB_HOST=db.example.com',
  `DB_PASSWORD=${word}`,
  `PGPASSWORD=${word}`,
];

/** Nothing that people read, and no file that the extension or VS Code keeps for it. */
function assertNoPassword(text: string, where: string): void {
  const at = text.indexOf(word);
  assert.equal(at, -1, `${where} shows a password: …${text.slice(Math.max(0, at - 80), at + 20)}…`);
}

/** Every record of the page's own databases, where VS Code in a browser keeps the state of workspaces. */
const storedRecords = `(async () => {
  const ask = (request) => new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const records = [JSON.stringify(localStorage)];
  for (const { name } of await indexedDB.databases()) {
    const database = await ask(indexedDB.open(name));
    for (const store of database.objectStoreNames)
      for (const value of await ask(database.transaction(store).objectStore(store).getAll()))
        records.push(value instanceof Uint8Array ? new TextDecoder().decode(value) : JSON.stringify(value));
    database.close();
  }
  return records.join('\\n');
})()`;

describe('passwords in a window', () => {
  let vscode: Vscode;
  let window: VscodeWindow;
  let folder: string;

  const pageText = (): Promise<string> =>
    window.page.evaluate<string>(
      `document.body.innerText + [...document.querySelectorAll('[aria-label], [title]')]
        .map((element) => element.getAttribute('aria-label') + ' ' + element.title).join('\\n')`,
    );

  /** Waits until \`words\` are shown, since nothing is proved by a page that is still empty. */
  async function assertClean(words: RegExp): Promise<void> {
    const text = await eventually(async () => {
      const shown = await pageText();
      assert.match(shown, words);
      return shown;
    });
    assertNoPassword(text, 'The page');
  }

  before(async () => {
    vscode = await Vscode.start();
    folder = vscode.copy('test/fixtures/workspaces/production');
    writeFileSync(join(folder, '.env'), `${planted.join('\n')}\n`);
    writeFileSync(join(folder, '.env.broken'), `DATABASE_URL=postgres://app:p@ss/${word}@db/x\n`);
    window = await vscode.open(folder);
    await window.waitForStatus('PRODUCTION');
  });
  after(() => vscode.stop());

  it('stay out of the status bar and its hover', async () => {
    await window.item.hover();
    await assertClean(/Decided by DATABASE_URL in/);
  });

  it('stay out of the explanation', async () => {
    await window.run('Safety Catch: Explain This Connection');
    await assertClean(/Decided\sby\sDATABASE_URL\sin/);
    // An editor has no more lines in the page than it shows.
    await window.page.locator('.editor-instance .view-line').first().click();
    await window.page.keyboard.press('Control+End');
    await assertClean(/How\sthe\ssettings\sare\sread|Other\senv\sfiles\shere/);
    await window.run('View: Close All Editors');
  });

  for (const [title, question] of [
    ['Show Choices For This Connection', 'PRODUCTION: a run here'],
    ['Label This Target…', 'Which database do you know'],
  ] as const)
    it(`stay out of what “${title}” offers`, async () => {
      await window.run(`Safety Catch: ${title}`);
      const pick = window.page.locator(`.quick-input-widget input[placeholder^="${question}"]`);
      await pick.waitFor();
      await assertClean(/db-prod\.example\.com/);
      await window.page.keyboard.press('Escape');
    });

  it('stay out of the log and of notifications', async () => {
    await window.run('Safety Catch: Show Log');
    await window.run('Notifications: Show Notifications');
    await assertClean(/No New Notifications|Safety\sCatch/);
  });

  it('stay out of everything when a shell exports them', async () => {
    await window.openTerminal();
    // The shell reads them from the file, so that the terminal itself does not show them.
    await window.page.keyboard.type('set -a; . ./.env; set +a; clear\n', { delay: 5 });
    await window.item.filter({ hasText: 'PRODUCTION' }).hover();
    await assertClean(/of\sthe\sshell/);
    await window.run('Safety Catch: Explain This Connection');
    await assertClean(/The\sterminal\sbash/);
  });

  it('stay out of logs, settings and stored state', async () => {
    assertNoPassword(await window.page.evaluate<string>(storedRecords), 'The stored state');
    const roots = [vscode.dataFolder, vscode.runtimeFolder, join(folder, '.vscode')];
    for (const root of roots)
      for (const entry of readdirSync(root, { recursive: true, withFileTypes: true }))
        if (entry.isFile() && !entry.parentPath.includes('/ext/')) {
          const file = join(entry.parentPath, entry.name);
          assertNoPassword(readFileSync(file, 'latin1'), file);
        }
  });
});
