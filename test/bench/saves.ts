import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Vscode } from '../windows/vscode';
import type { VscodeWindow } from '../windows/vscodeWindow';
import type { Bench } from './bench';

const runs = 15;
const goal = 300;
const now = (): number => performance.timeOrigin + performance.now();

/** Notes when each text of the item appears, and when a file is saved, by the clock that all processes share. */
const observer = `{
  const item = () => document.querySelector('[id="safety-catch.safety-catch.connection"]');
  const now = () => performance.timeOrigin + performance.now();
  globalThis.shownAt = {};
  globalThis.savedAt = undefined;
  new MutationObserver(() => {
    const text = item()?.innerText.trim();
    if (text) shownAt[text] ??= now();
  }).observe(document.querySelector('.part.statusbar'), {
    subtree: true, childList: true, characterData: true, attributes: true,
  });
  addEventListener('keydown', (event) => {
    if (event.ctrlKey && event.code === 'KeyS') globalThis.savedAt = now();
  }, { capture: true });
}`;

type Save = (window: VscodeWindow, file: string, text: string) => Promise<number>;

const saveInEditor: Save = async ({ page }, _file, text) => {
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Control+S');
  return page.evaluate<number>('savedAt');
};

const saveElsewhere: Save = (_window, file, text) => {
  const at = now();
  writeFileSync(file, text);
  return Promise.resolve(at);
};

async function measure(window: VscodeWindow, file: string, save: Save, mark: string) {
  const values: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const host = `db-prod-${mark}-${run}.example.com`;
    const text = `PRODUCTION scores@${host}`;
    const savedAt = await save(window, file, `DATABASE_URL=postgresql://app@${host}/scores\n`);
    await window.page.waitForFunction(`shownAt[${JSON.stringify(text)}]`);
    values.push((await window.page.evaluate<number>(`shownAt[${JSON.stringify(text)}]`)) - savedAt);
  }
  return values.slice(1);
}

/** From the save of an env file to the new words in the status bar of a real VS Code. */
export const savesBench: Bench = async ({ cleanUp }) => {
  const vscode = await Vscode.start();
  cleanUp.add(() => vscode.stop());
  const folder = vscode.copy('test/fixtures/workspaces/production');
  const window = await vscode.open(folder);
  await window.waitForStatus('PRODUCTION');
  await window.page.evaluate(observer);
  const file = join(folder, '.env');
  const elsewhere = await measure(window, file, saveElsewhere, 'elsewhere');
  await window.page.keyboard.press('Control+P');
  await window.page.locator('.quick-input-widget input.input').fill('.env');
  await window.page.locator('.quick-input-widget .monaco-list-row.focused').waitFor();
  await window.page.keyboard.press('Enter');
  await window.page.locator('.editor-instance .view-line').first().click();
  const inEditor = await measure(window, file, saveInEditor, 'editor');
  await vscode.stop();
  return [
    { name: 'save in the editor, to the status bar', unit: 'ms', values: inEditor, goal },
    { name: 'save by another program, to the status bar', unit: 'ms', values: elsewhere, goal },
  ];
};
