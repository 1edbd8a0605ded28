import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import type { Variables } from './applyVariables';
import { needsShell } from './inShell';
import { installRunners, type Runner, type RunnerName } from './runners';
import { inPlace } from './startPlace';

interface Case {
  readonly runner: RunnerName;
  readonly title: string;
  readonly files?: Variables;
  readonly env?: Variables;
  readonly expected: 'mine' | 'sh';
  /** Set where the runner takes the shell from a file before it looks at the environment, and nothing can be asked. */
  readonly isUnasked?: true;
}

const line = 'script-shell=./shell with blank\n';
const padded =
  'registry = https://example.com/\n script = x\nscript-shell =  "./shell with blank" ';
const workspace = "packages: []\nscriptShell: './shell with blank'\n";

/** Where people say which shell their scripts are for. */
const cases: readonly Case[] = [
  { runner: 'npm 11', title: 'nowhere', expected: 'sh' },
  {
    runner: 'npm 11',
    title: 'in the .npmrc of the project',
    files: { '.npmrc': line },
    expected: 'mine',
  },
  {
    runner: 'npm 10',
    title: 'in an .npmrc of any looks',
    files: { '.npmrc': padded },
    expected: 'mine',
  },
  {
    runner: 'npm 10',
    title: 'in the .npmrc of the user',
    files: { 'user/.npmrc': line },
    env: { npm_config_userconfig: 'user/.npmrc' },
    expected: 'mine',
  },
  {
    runner: 'npm 11',
    title: 'in the environment',
    files: { '.npmrc': 'script-shell=/nowhere\n' },
    env: { NPM_CONFIG_SCRIPT_SHELL: './shell with blank' },
    expected: 'mine',
  },
  { runner: 'pnpm 10', title: 'in .npmrc', files: { '.npmrc': line }, expected: 'mine' },
  {
    runner: 'pnpm 10',
    title: 'in its workspace',
    files: { 'pnpm-workspace.yaml': workspace },
    expected: 'mine',
    isUnasked: true,
  },
  {
    runner: 'pnpm 11',
    title: 'in .npmrc, where it does not look',
    files: { '.npmrc': line },
    expected: 'sh',
  },
  {
    runner: 'pnpm 12',
    title: 'in its workspace',
    files: { 'pnpm-workspace.yaml': workspace },
    expected: 'mine',
  },
  { runner: 'yarn 1', title: 'in .npmrc', files: { '.npmrc': line }, expected: 'mine' },
];

describe('a shell for scripts that is named', () => {
  let runners: Readonly<Record<RunnerName, Runner>>;

  before(async function () {
    this.timeout(300_000);
    needsShell(this, 'bash');
    runners = await installRunners();
  });

  for (const { runner, title, files, env, expected, isUnasked } of cases)
    it(`${title}, is the one that ${runner} gets in the end`, () =>
      inPlace(
        {
          files: {
            'package.json': JSON.stringify({
              name: 'shop',
              version: '1.0.0',
              scripts: { hi: 'echo from $NAME' },
            }),
            'shell with blank': '#!/bin/sh\nNAME=mine exec sh "$@"\n',
            ...files,
          },
          env: { NAME: 'sh', ...env },
        },
        async (place) => {
          chmodSync(join(place.folder, 'shell with blank'), 0o755);
          const { command, args } = runners[runner];
          const { output } = await place.run(command, [...args, 'run', 'hi']);
          assert.match(output, new RegExp(`^from ${expected}$`, 'm'));
          assert.equal(place.asks.length, isUnasked ? 0 : 1);
        },
      ));
});
