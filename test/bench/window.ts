import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { eventually } from '../host/eventually';
import { runCommand } from '../processes';
import { Vscode } from '../windows/vscode';
import type { Bench } from './bench';
import type { Figure } from './figure';
import type { WindowFigures } from './measureWindow';

const runs = 5;

/** Loads the bundle in a fresh process, with something that answers everything in place of what only VS Code has. */
const load = `
  const anything = new Proxy(class {}, {
    get: (target, name) => (name === 'prototype' ? target.prototype : anything),
    apply: () => anything,
  });
  const modules = require('node:module');
  const { _load } = modules;
  modules._load = (name, ...rest) => (name === 'vscode' ? Object.create(anything) : _load(name, ...rest));
  const start = performance.now();
  require(process.argv[1]);
  process.stdout.write(String(performance.now() - start));
`;

async function timeLoad(): Promise<number[]> {
  const values: number[] = [];
  while (values.length <= runs)
    values.push(
      Number(
        await runCommand(process.execPath, ['-e', load, join(process.cwd(), 'dist/extension.js')]),
      ),
    );
  return values.slice(1);
}

async function measure(tests: string, file: string): Promise<WindowFigures> {
  const vscode = await Vscode.start({ tests, env: { SAFETY_CATCH_BENCH_FIGURES: file } });
  try {
    await rm(file, { force: true });
    await vscode.open(vscode.copy('test/fixtures/workspaces/production'));
    await eventually(() => Promise.resolve(assert.ok(existsSync(file), 'no figures')), 60_000);
    return JSON.parse(readFileSync(file, 'utf8')) as WindowFigures;
  } finally {
    await vscode.stop();
  }
}

/** What the extension costs the process that it shares with all others. */
export const windowBench: Bench = async ({ build, scratch }) => {
  const tests = await build('measureWindow');
  const rounds: WindowFigures[] = [];
  while (rounds.length <= runs) rounds.push(await measure(tests, join(scratch, 'figures.json')));
  const figure = (name: string, unit: string, of: (round: WindowFigures) => number): Figure => ({
    ...{ name, unit },
    values: rounds.slice(1).map(of),
  });
  return [
    { name: 'load the bundle', unit: 'ms', values: await timeLoad() },
    figure('activate, the bundle loaded too', 'ms', (round) => round.activation),
    figure('heap, after activation', 'MB', (round) => round.active.heap),
    figure('resident memory, after activation', 'MB', (round) => round.active.rss),
    figure('heap, after 1,000 env files', 'MB', (round) => round.full.heap),
    figure('resident memory, after 1,000 env files', 'MB', (round) => round.full.rss),
  ];
};
