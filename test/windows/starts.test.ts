import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { eventually } from '../host/eventually';
import { Vscode } from './vscode';
import type { VscodeWindow } from './vscodeWindow';

const starts: readonly (readonly [kind: 'task' | 'debug', name: string])[] = [
  ['task', 'in bash'],
  ['task', 'in zsh'],
  ['task', 'in sh, which tells nothing'],
  ['task', 'without a shell'],
  ['task', 'by npm'],
  ['task', 'behind others'],
  ['debug', 'in a debugger'],
];

describe('what a window starts', () => {
  let vscode: Vscode;
  let window: VscodeWindow;
  let made = '';
  let tried = '';

  before(async () => {
    vscode = await Vscode.start();
    const folder = vscode.copy('test/fixtures/workspaces/starts');
    made = join(folder, 'made');
    tried = join(folder, 'tried');
    window = await vscode.open(folder);
    await window.waitForStatus('shop@db-prod.example.com');
  });
  after(() => window?.close());
  after(() => vscode.stop());
  afterEach(() => rmSync(made, { force: true }));

  const dialog = () => window.page.locator('.monaco-dialog-box');

  async function press(label: string): Promise<void> {
    await dialog().locator('.monaco-button', { hasText: label }).click();
    await dialog().waitFor({ state: 'hidden' });
  }

  for (const [kind, name] of starts)
    it(`runs nothing on production that a person refuses: ${name}`, async () => {
      await window.choose(`${kind} ${name}`, name);
      await dialog().waitFor();
      const text = await dialog().innerText();
      assert.match(text, /PRODUCTION[\s\S]*drops the table games/);
      await press('Cancel');
      await eventually(() => Promise.resolve(assert.deepEqual(vscode.processesWith('made'), [])));
      assert.ok(!existsSync(made));
    });

  for (const name of ['in sh, which tells nothing', 'without a shell'])
    it(`asks once, and not again about the tools in it: ${name}`, async () => {
      await window.choose(`task ${name}`, name);
      await dialog().waitFor();
      await press('Run It All The Same');
      await window.typeName('shop');
      // Its psql looks for a host that there is not, and would wait for an answer before.
      await eventually(() => Promise.resolve(assert.ok(existsSync(tried))), 30_000);
      assert.ok(existsSync(made));
      rmSync(tried);
    });

  it('runs in development at once', async () => {
    await window.choose('task in development', 'in development');
    await eventually(() => Promise.resolve(assert.ok(existsSync(made))));
    assert.equal(await dialog().count(), 0);
  });

  it('runs with the variable that makes it safe, once a person chooses that', async () => {
    await window.choose('task in Python', 'in Python');
    await dialog().waitFor();
    await press('FLASK_ENV=development');
    await eventually(() =>
      Promise.resolve(assert.equal(readFileSync(made, 'utf8'), 'development')),
    );
  });
});
