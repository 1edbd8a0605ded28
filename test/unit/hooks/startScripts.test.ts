import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { needsShell } from './inShell';
import { installRunners, type Runner, type RunnerName } from './runners';
import { inPlace, type StartPlace } from './startPlace';

const reset = `echo "it's $0" && touch made`;
const packageJson = JSON.stringify({
  name: 'shop',
  version: '1.0.0',
  license: 'MIT',
  scripts: { reset, show: 'echo FLASK_ENV is $FLASK_ENV' },
});

const runnerNames: readonly RunnerName[] = [
  'npm 10',
  'npm 11',
  'pnpm 10',
  'pnpm 11',
  'pnpm 12',
  'yarn 1',
];

let runners: Readonly<Record<RunnerName, Runner>>;

before(async function () {
  this.timeout(300_000);
  needsShell(this, 'bash');
  runners = await installRunners();
});

const runScript = (place: StartPlace, name: RunnerName, ...args: readonly string[]) => {
  const { command, args: own } = runners[name];
  // npm takes what follows for itself without this; for yarn 1 it is deprecated.
  const separator = name.startsWith('npm') && args.length > 1 ? ['--'] : [];
  const [script = '', ...rest] = args;
  return place.run(command, [...own, 'run', script, ...separator, ...rest]);
};

for (const name of runnerNames)
  describe(`a script that ${name} runs`, () => {
    it('is asked about with its whole text, its folder and its variables', () =>
      inPlace(
        { files: { 'package.json': packageJson }, env: { DATABASE_URL: 'postgres://x/y' } },
        async (place) => {
          const { status, output } = await runScript(place, name, 'reset', 'a b');
          assert.equal(status, 0, output);
          assert.match(output, /^it's sh$/m);
          assert.ok(existsSync(join(place.folder, 'a b')));
          const [ask, ...others] = place.asks;
          assert.deepEqual(others, []);
          assert.deepEqual([ask!.kind, ask!.shell, ask!.cwd], ['script', 'sh', place.folder]);
          assert.ok(ask!.line.startsWith(reset), ask!.line);
          assert.equal(ask!.variables.get('DATABASE_URL'), 'postgres://x/y');
        },
      ));

    it('does not run where it is refused, and the runner reports a failure', () =>
      inPlace({ files: { 'package.json': packageJson } }, async (place) => {
        place.refuse();
        const { status, output } = await runScript(place, name, 'reset');
        assert.match(output, /<refused>/);
        assert.equal(status, 126);
        assert.ok(!existsSync(join(place.folder, 'made')));
      }));

    it('runs with the variables that make it safe', () =>
      inPlace({ files: { 'package.json': packageJson } }, async (place) => {
        place.fix({ FLASK_ENV: 'development' });
        const { output } = await runScript(place, name, 'show');
        assert.match(output, /^FLASK_ENV is development$/m);
      }));

    it('runs where the editor is gone', () =>
      inPlace({ files: { 'package.json': packageJson } }, async (place) => {
        place.listener.die();
        const { status } = await runScript(place, name, 'reset');
        assert.equal(status, 0);
        assert.ok(existsSync(join(place.folder, 'made')));
      }));
  });
