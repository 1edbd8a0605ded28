import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome, Suite } from './suite';
import { suites } from './suites';

export async function runSuite(folder: string, suite: Suite): Promise<readonly Outcome[]> {
  const lines = readFileSync(join(folder, suite.file), 'utf8').split('\n').filter(Boolean);
  return suite.run(lines.map((line) => JSON.parse(line) as unknown));
}

async function main(folder: string): Promise<void> {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  let failed = 0;
  for (const suite of suites) {
    const outcomes = await runSuite(folder, suite);
    const count = (kind: Outcome['kind']): number =>
      outcomes.filter((outcome) => outcome.kind === kind).length;
    const total = outcomes.length;
    const share = ((100 * count('passed')) / total).toFixed(1);
    console.log(`${suite.file.padEnd(32)} ${count('passed')}/${total}  ${share} %`);
    for (const outcome of outcomes) {
      if (outcome.kind === 'failed') console.log(`  ${outcome.id} failed: ${outcome.detail}`);
      if (outcome.kind === 'notFollowed')
        console.log(`  ${outcome.id} not followed: ${outcome.reason}`);
    }
    failed += count('failed');
  }
  process.exitCode = failed > 0 ? 1 : 0;
}

if (process.argv[1]?.endsWith(join('conformance', 'run.ts')))
  void main(process.argv[2] ?? join('..', 'shared', 'conformance'));
