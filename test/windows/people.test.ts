import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { eventually } from '../host/eventually';
import { Vscode } from './vscode';
import type { VscodeWindow } from './vscodeWindow';

const workspace = 'test/fixtures/workspaces/production';
const server = '-h db-prod.example.com';
const drop = `echo ran > made; dropdb ${server} shop`;
const empty = `echo ran > made; psql ${server} -c 'delete from games' shop`;

const drawnAsText = {
  'terminal.integrated.gpuAcceleration': 'off',
  'terminal.integrated.stickyScroll.enabled': false,
};

/** A window with a terminal in front, and what its lines have left in the folder. */
class Desk {
  private constructor(
    private readonly vscode: Vscode,
    private readonly folder: string,
    readonly window: VscodeWindow,
  ) {}

  static async open(env: Readonly<Record<string, string>>): Promise<Desk> {
    const vscode = await Vscode.start({ env });
    const folder = vscode.copy(workspace);
    // Drawn as text, a terminal can be read from the page.
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(drawnAsText));
    const window = await vscode.open(folder);
    await window.waitForStatus('PRODUCTION');
    await window.openTerminal();
    return new Desk(vscode, folder, window);
  }

  get dialog() {
    return this.window.page.locator('.monaco-dialog-box');
  }

  async type(line: string): Promise<void> {
    await this.window.page.locator('.terminal-wrapper.active .xterm').first().click();
    await this.window.page.keyboard.type(line);
    await this.window.page.keyboard.press('Enter');
  }

  async press(label: string): Promise<void> {
    await this.dialog.locator('.monaco-button', { hasText: label }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** Gives the question in the terminal its answer, once it is there. */
  async reply(text: string): Promise<void> {
    await this.#waitForText(/\n {2}>$/);
    await this.type(text);
  }

  /** Resolves once the line before is over: what is typed sooner is thrown away with a line that is refused. */
  async waitForPrompt(status: number): Promise<void> {
    await this.#waitForText(/(Nothing was run|Refused by Safety Catch)[^]*[#$]$/);
    const file = join(this.folder, 'status');
    rmSync(file, { force: true });
    await this.type('echo $? > status');
    await eventually(() =>
      Promise.resolve(assert.equal(readFileSync(file, 'utf8'), `${status}\n`)),
    );
  }

  async #waitForText(pattern: RegExp): Promise<void> {
    await eventually(async () => {
      const rows = await this.window.page.locator('.xterm-rows > div').allInnerTexts();
      const lines = rows.map((row) => row.replaceAll('\u{a0}', ' ').trimEnd());
      assert.match(lines.join('\n').trimEnd(), pattern);
    });
  }

  get hasRun(): boolean {
    return existsSync(join(this.folder, 'made'));
  }

  clear(): void {
    rmSync(join(this.folder, 'made'), { force: true });
  }

  async close(): Promise<void> {
    await this.window.close();
    await this.vscode.stop();
  }
}

describe('what an agent types into a terminal', () => {
  let desk: Desk;
  before(async () => {
    desk = await Desk.open({ CLAUDECODE: '1' });
  });
  after(() => desk?.close());
  afterEach(() => desk.clear());

  it('is put to the person beside it, who refuses it', async () => {
    await desk.type(empty);
    await desk.dialog.waitFor();
    const text = await desk.dialog.innerText();
    assert.match(text, /Claude Code wants to run this\.[\s\S]*deletes every row of games/);
    await desk.window.page.screenshot({ path: 'out/screenshots/agent.png' });
    await desk.press('Cancel');
    await desk.waitForPrompt(130);
    assert.ok(!desk.hasRun);
  });

  it('runs once that person has typed the name', async () => {
    await desk.type(empty);
    await desk.dialog.waitFor();
    await desk.press('Run It All The Same');
    await desk.window.typeName('shop');
    await eventually(() => Promise.resolve(assert.ok(desk.hasRun)));
  });

  it('is not to be run at all where a whole database would go', async () => {
    await desk.type(drop);
    await desk.dialog.waitFor();
    assert.ok(!(await desk.dialog.innerText()).includes('Run It All The Same'));
    await desk.press('OK');
    await desk.waitForPrompt(130);
    assert.ok(!desk.hasRun);
  });
});

describe('a line that is blocked', () => {
  let desk: Desk;
  before(async () => {
    desk = await Desk.open({});
  });
  after(() => desk?.close());

  it('runs once, after Allow Once…, and not a second time', async () => {
    await desk.type(drop);
    await desk.reply('');
    await desk.waitForPrompt(130);
    assert.ok(!desk.hasRun);
    await desk.window.run('Safety Catch: Allow Once');
    await desk.window.page.getByPlaceholder('Which command may run once?').waitFor();
    await desk.window.page.keyboard.press('Enter');
    await desk.window.typeName('shop');
    await desk.type(drop);
    await eventually(() => Promise.resolve(assert.ok(desk.hasRun)));
    desk.clear();
    await desk.type('clear');
    await desk.type(drop);
    await desk.reply('');
    await desk.waitForPrompt(130);
    assert.ok(!desk.hasRun);
  });
});
