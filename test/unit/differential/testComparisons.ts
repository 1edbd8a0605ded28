import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { it } from 'mocha';
import { withFolder } from '../temporaryFolder';
import { askOurs } from './askOurs';
import type { Comparison, Place, Scenario } from './comparison';

/** The first place that the real framework would connect to, for each scenario; `null` where there is none. */
export type AskReal<T extends Comparison> = (
  comparison: T,
  scenarios: readonly Scenario[],
) => readonly (Place | null)[] | Promise<readonly (Place | null)[]>;

/** A test for each comparison, and one that says that the frameworks are asked often enough to mean something. */
export function testComparisons<T extends Comparison>(
  comparisons: readonly T[],
  askReal: AskReal<T>,
): void {
  for (const comparison of comparisons) {
    const { framework, fixture, command } = comparison;
    it(`agree with ours: ${framework}, ${fixture}, ${command}`, () =>
      compare(comparison, askReal)).timeout(120_000);
  }

  it('are asked in six environments each, or more', () => {
    const counts = new Map<string, number>();
    for (const { framework, environments } of comparisons)
      counts.set(framework, (counts.get(framework) ?? 0) + environments.length);
    for (const [framework, count] of counts) assert.ok(count >= 6, `${framework}: ${count}`);
  });
}

async function compare<T extends Comparison>(comparison: T, askReal: AskReal<T>): Promise<void> {
  const { fixture, command, environments } = comparison;
  const files = filesOf(fixture);
  const copies = environments.flatMap((_, index) =>
    Object.entries(files).map(([name, text]) => [`${index}/${name}`, text]),
  );
  await withFolder(Object.fromEntries(copies) as Record<string, string>, async (folder) => {
    const scenarios = environments.map((env, index) => ({ cwd: join(folder, `${index}`), env }));
    const real = await askReal(comparison, scenarios);
    for (const [index, scenario] of scenarios.entries()) {
      const place = real[index] ?? undefined;
      const ours = comparable(await askOurs(command, scenario), place);
      assert.deepEqual(ours, place, `with ${JSON.stringify(scenario.env)}`);
    }
  });
}

function filesOf(fixture: string): Record<string, string> {
  const path = resolve(__dirname, '../../fixtures/resolve', `${fixture}.json`);
  const { files } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly files: Readonly<Record<string, string | readonly string[]>>;
  };
  return Object.fromEntries(
    Object.entries(files)
      .filter(([name]) => !name.startsWith('~/'))
      .map(([name, text]) => [name, typeof text === 'string' ? text : `${text.join('\n')}\n`]),
  );
}

/** Programs try the first of several hosts first. */
function comparable(ours: Required<Place> | undefined, real: Place | undefined): Place | undefined {
  if (!ours) return undefined;
  const { host, port, database } = ours;
  const first = host?.split(',')[0] ?? null;
  return { host: first, port, ...(real && 'database' in real ? { database } : {}) };
}
