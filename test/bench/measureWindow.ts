import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { writeEnvFiles } from './generatedWorkspaces';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const megabyte = 1024 * 1024;

interface Memory {
  readonly heap: number;
  readonly rss: number;
}

function measureMemory(): Memory {
  collectGarbage();
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed / megabyte, rss: rss / megabyte };
}

const grown = (before: Memory, after: Memory): Memory => ({
  heap: after.heap - before.heap,
  rss: after.rss - before.rss,
});

/** What VS Code calls inside the extension host: the figures go to the file that a variable names. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('safety-catch.safety-catch')!;
  if (extension.isActive) throw new Error('The extension was active before it could be measured');
  const before = measureMemory();
  const start = performance.now();
  await extension.activate();
  const activation = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const active = measureMemory();
  writeEnvFiles(vscode.workspace.workspaceFolders![0]!.uri.fsPath, 1000);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await vscode.commands.executeCommand('safetyCatch.explainConnection');
  const full = measureMemory();
  const figures = { activation, active: grown(before, active), full: grown(before, full) };
  writeFileSync(process.env['SAFETY_CATCH_BENCH_FIGURES']!, JSON.stringify(figures));
}

export type WindowFigures = {
  readonly activation: number;
  readonly active: Memory;
  readonly full: Memory;
};
