import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, afterEach, before, describe, it } from 'mocha';
import { stageWord } from '../../src/core/stages/stageWord';
import type { Stage } from '../../src/core/stages/stage';
import type { ResolutionReport } from '../../src/project/report';
import { eventually } from '../host/eventually';
import { Vscode } from './vscode';
import type { VscodeWindow } from './vscodeWindow';

const workspaces = [
  'test/incidents/keepthescore/workspace',
  'test/incidents/famigo/workspace',
  'test/fixtures/workspaces/production',
];

/** With these variables too, so that the shell's part of the answer is compared as well. */
const variables: readonly Readonly<Record<string, string>>[] = [
  {},
  { FLASK_ENV: 'development', MONGODB_URI: 'mongodb://localhost:27018/families' },
];

for (const env of variables)
  describe(`with ${Object.keys(env).join(' and ') || 'no variable'} set, the command line and a window`, () => {
    let vscode: Vscode;
    let window: VscodeWindow | undefined;

    before(async () => {
      vscode = await Vscode.start({ env });
    });
    afterEach(() => window?.close());
    after(() => vscode.stop());

    function ask(folder: string, ...options: readonly string[]): string {
      const args = ['dist/cli.js', 'resolve', '--cwd', folder, ...options];
      const run = spawnSync(process.execPath, args, { env: vscode.env, encoding: 'utf8' });
      assert.equal(run.stderr, '');
      return run.stdout;
    }

    for (const workspace of workspaces)
      it(`say the same of ${workspace}`, async () => {
        const folder = vscode.copy(workspace);
        const report = JSON.parse(ask(folder, '--json')) as ResolutionReport;
        window = await vscode.open(folder);
        await window.waitForStatus(statusOf(report));
        await window.run('Safety Catch: Explain This Connection');
        const answer = wordsOfWindow(ask(folder));
        await eventually(async () =>
          assert.equal(connectionPart(await window!.editorText()), answer.trim()),
        );
      });
  });

function statusOf({ targets }: ResolutionReport): string {
  const [{ stage, database, host, port }] = targets as [ResolutionReport['targets'][number]];
  const at = port === null || port === 5432 ? host : `${host}:${port}`;
  return `${stageWord(stage as Stage)} ${database}@${at}`;
}

/** A window inherits the variables that the command line finds in its shell. */
function wordsOfWindow(text: string): string {
  return text.replaceAll(' of the shell', ', which this window was started with');
}

/** Without the document's own first line, and without the files that nothing reads now. */
function connectionPart(document: string): string {
  const text = document.replace(/[ \t]+$/gm, '');
  return text
    .replace(/^The folder \S+\n/, '')
    .replace(/\n\nOther env files here\n[^]*/, '')
    .trim();
}
