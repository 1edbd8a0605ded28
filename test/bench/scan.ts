import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './bench';
import { ratios, type Figure } from './figure';
import { writeSources } from './generatedSources';
import { measureTool, type ToolRun } from './measureTool';
import { findAstGrep, findSemgrep, ownTool, type ScanTool } from './scanTools';

const files = 10_000;
const runs = 3;
const what = 'scan of 10,000 files';

/** Turn by turn, so that what slows the machine down slows all of them. The first turn warms the disk's cache. */
async function measureTools(tools: readonly ScanTool[]): Promise<Map<string, ToolRun[]>> {
  const measured = new Map<string, ToolRun[]>(tools.map(({ name }) => [name, []]));
  for (let turn = 0; turn <= runs; turn++)
    for (const tool of tools) {
      const run = await measureTool(tool);
      if (turn > 0) measured.get(tool.name)!.push(run);
    }
  return measured;
}

const times = (found: readonly ToolRun[]): number[] =>
  found.map(({ milliseconds }) => milliseconds);

export const scanBench: Bench = async ({ scratch }) => {
  const folder = join(scratch, 'sources');
  mkdirSync(folder);
  writeSources(folder, files);
  const found = [ownTool(folder), findAstGrep(folder, scratch), await findSemgrep(folder, scratch)];
  for (const tool of found)
    if ('reason' in tool)
      console.log(`  ${what} beside ${tool.name}: not measured, ${tool.reason}`);
  const measured = await measureTools(found.filter((tool) => 'command' in tool));
  const own = times(measured.get('safety-catch')!);
  return [...measured].flatMap(([name, all]): Figure[] => [
    { name: `${what}: ${name}`, unit: 'ms', values: times(all) },
    {
      name: `${what}: ${name}, memory`,
      unit: 'MB',
      values: all.flatMap(({ megabytes = [] }) => megabytes),
    },
    ...(name === 'safety-catch'
      ? []
      : [
          {
            name: `${what}: safety-catch to ${name}`,
            unit: 'times',
            values: ratios(own, times(all)),
          },
        ]),
  ]);
};
