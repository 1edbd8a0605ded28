import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { terminalColours } from '../../src/terminal/terminalColours';
import { eventually } from '../host/eventually';
import { Vscode } from './vscode';
import type { VscodeWindow } from './vscodeWindow';

const redBar = 'rgb(154, 27, 18)';
const redTerminal = toRgb(terminalColours('production', 'light')!.background);
const safe = 'DATABASE_URL=postgresql://app@localhost/scores\n';

/** `#ffe3e3` as the page says it. */
function toRgb(colour: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `rgb(${parts.join(', ')})`;
}

/** Every file below a folder with its text. */
function contents(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}

describe('the end of a window', () => {
  let vscode: Vscode;
  let window: VscodeWindow | undefined;

  before(async () => {
    vscode = await Vscode.start();
  });
  afterEach(() => window?.close());
  after(() => vscode.stop());

  /** Opens a window whose bar and terminal are red. */
  async function openRed(folder: string): Promise<VscodeWindow> {
    const opened = await vscode.open(folder);
    window = opened;
    await opened.waitForStatus('PRODUCTION');
    await opened.waitForBar((colour) => colour === redBar);
    await opened.openTerminal();
    await opened.waitForTerminal((colour) => colour === redTerminal);
    return opened;
  }

  for (const workspace of [
    'test/fixtures/workspaces/production',
    'test/incidents/keepthescore/workspace',
  ])
    it(`leaves nothing in ${workspace}, no note and no process`, async () => {
      const folder = vscode.copy(workspace);
      const before = contents(folder);
      const red = await openRed(folder);
      assert.notDeepEqual(contents(folder), before);
      await red.close();
      window = undefined;
      assert.deepEqual(contents(folder), before);
      assert.equal(readdirSync(folder).includes('.vscode'), workspace.includes('keepthescore'));
      // Notes go after the terminals they speak of have their own colours again.
      assert.deepEqual(readdirSync(vscode.runtimeFolder), []);
      assert.deepEqual(vscode.extensionHosts(), []);
    });

  it('keeps settings that were there as they were', async () => {
    const folder = vscode.copy('test/incidents/keepthescore/workspace');
    const settings = join(folder, '.vscode/settings.json');
    const text = '{\r\n\t// mine\r\n\t"editor.tabSize": 3, /* and */\r\n}';
    writeFileSync(settings, text);
    const red = await openRed(folder);
    assert.match(readFileSync(settings, 'utf8'), /workbench\.colorCustomizations/);
    await red.close();
    window = undefined;
    assert.equal(readFileSync(settings, 'utf8'), text);
  });

  it('is made up for after a crash, when the folder reaches production no more', async () => {
    const folder = vscode.copy('test/fixtures/workspaces/production');
    const red = await openRed(folder);
    process.kill(red.extensionHost, 'SIGKILL');
    writeFileSync(join(folder, '.env'), safe);
    // VS Code starts another by itself.
    await red.waitForStatus('development scores@localhost');
    await red.waitForBar((colour) => colour !== redBar);
    await red.waitForTerminal((colour) => colour !== redTerminal);
    assert.deepEqual(contents(folder), { [join(folder, '.env')]: safe });
  });

  it('is made up for by a later window that knows nothing of the one that crashed', async () => {
    const folder = vscode.copy('test/fixtures/workspaces/production');
    const red = await openRed(folder);
    const dead = red.extensionHost;
    await red.page.context().setOffline(true);
    process.kill(dead, 'SIGKILL');
    await red.page.context().close();
    const left = readdirSync(vscode.runtimeFolder);
    assert.ok(left.some((name) => name.endsWith('.coloured')));
    writeFileSync(join(folder, '.env'), safe);
    window = await vscode.open(folder);
    await window.waitForStatus('development scores@localhost');
    await eventually(() =>
      Promise.resolve(
        assert.doesNotMatch(Object.values(contents(folder)).join('\n'), /colorCustomizations/),
      ),
    );
    await eventually(() =>
      Promise.resolve(
        assert.deepEqual(
          readdirSync(vscode.runtimeFolder).filter((name) => left.includes(name)),
          left.filter((name) => name.startsWith('window-')),
        ),
      ),
    );
  });
});
