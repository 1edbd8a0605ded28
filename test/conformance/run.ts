import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupsOf, shortfalls } from './shortfalls';
import type { Outcome, Suite } from './suite';
import { suites } from './suites';

export async function runSuite(folder: string, suite: Suite): Promise<readonly Outcome[]> {
  const lines = readFileSync(join(folder, suite.file), 'utf8').split('\n').filter(Boolean);
  return suite.run(lines.map((line) => JSON.parse(line) as unknown));
}

async function main(folder: string): Promise<void> {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  const all = [];
  for (const suite of suites) {
    const outcomes = await runSuite(folder, suite);
    print(suite, outcomes);
    all.push(...shortfalls(suite, outcomes));
  }
  process.exitCode = all.length > 0 ? 1 : 0;
}

function print(suite: Suite, outcomes: readonly Outcome[]): void {
  const passed = outcomes.filter(({ kind }) => kind === 'passed').length;
  const share = ((100 * passed) / outcomes.length).toFixed(1);
  console.log(`${suite.file.padEnd(32)} ${passed}/${outcomes.length}  ${share} %`);
  for (const outcome of outcomes)
    if (outcome.kind === 'failed') console.log(`  ${outcome.id} failed: ${outcome.detail}`);
  for (const { name, judged, rate, isReached } of groupsOf(suite, outcomes))
    console.log(`  ${name}: ${judged} ${isReached ? 'reaches' : 'misses'} ${100 * rate} %`);
  for (const [reason, ids] of notFollowed(outcomes)) {
    const others = ids.length > 3 ? ` and ${ids.length - 3} more` : '';
    console.log(`  not followed: ${reason} (${ids.slice(0, 3).join(', ')}${others})`);
  }
}

function notFollowed(outcomes: readonly Outcome[]): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const outcome of outcomes)
    if (outcome.kind === 'notFollowed')
      ids.set(outcome.reason, [...(ids.get(outcome.reason) ?? []), outcome.id]);
  return ids;
}

if (process.argv[1]?.endsWith(join('conformance', 'run.ts')))
  void main(process.argv[2] ?? join('..', 'shared', 'conformance'));
