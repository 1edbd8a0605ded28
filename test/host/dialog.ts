import { driver } from './driver';
import { eventually } from './eventually';
import assert from 'node:assert/strict';

const box = '.monaco-dialog-box';

/** Waits for a modal dialog and tells all that it says. */
export async function waitForDialog(): Promise<string> {
  await driver.waitFor(box);
  return (await driver.texts(box)).join('\n');
}

/** Presses one of its buttons, by the beginning of what is written on it. */
export async function pressInDialog(label: string): Promise<void> {
  await driver.click(`${box} .dialog-buttons .monaco-button:has-text("${label}")`);
  await driver.waitFor(box, 'hidden');
}

/** True where no dialog is open. */
export async function expectNoDialog(): Promise<void> {
  await eventually(async () => assert.deepEqual(await driver.texts(box), []));
}
