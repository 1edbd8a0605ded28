import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { before, describe } from 'mocha';
import type { Place, Scenario } from './comparison';
import { nodeComparisons } from './nodeComparisons';
import { prepareNode } from './prepareNode';
import { testComparisons } from './testComparisons';

describe('the real Node frameworks, asked where they would connect', () => {
  const modules = new Map<string, string>();

  before(async function () {
    this.timeout(600_000);
    for (const { packages } of nodeComparisons)
      if (!modules.has(packages)) modules.set(packages, await prepareNode(packages));
  });

  testComparisons(nodeComparisons, ({ command, packages, isAlone }, scenarios) => {
    const folder = dirname(scenarios[0]!.cwd);
    symlinkSync(modules.get(packages)!, join(folder, 'node_modules'), 'junction');
    const groups = isAlone ? scenarios.map((scenario) => [scenario]) : [scenarios];
    return groups.flatMap((group) => askNode(command, group));
  });
});

/** One process for each program. It answers on a stream of its own, because programs print to the usual ones. */
function askNode(command: string, scenarios: readonly Scenario[]): (Place | null)[] {
  const input = JSON.stringify({ argv: command.split(' '), scenarios });
  const recorder = resolve(__dirname, 'recorder.mjs');
  const stdio = ['pipe', 'ignore', 'pipe', 'pipe'] as const;
  // What drivers read as they are loaded is the same for all.
  const env = { PATH: process.env['PATH'] };
  const options = { env, input, stdio: [...stdio], timeout: 60_000 };
  const run = spawnSync(process.execPath, [recorder], options);
  assert.equal(run.status, 0, String(run.stderr));
  return String(run.output[3])
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Place | null);
}
