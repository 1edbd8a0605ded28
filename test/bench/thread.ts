import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './bench';
import type { Figure } from './figure';
import { writeDjangoProject, writeEndlessCode } from './generatedWorkspaces';
import { measureRounds } from './measureRounds';

const ways = { direct: 'on the own thread', thread: 'on a thread for it' } as const;

const works = {
  endless: '24 programs without end',
  'terminals, first': '200 terminals in a Django project',
  'terminals, again': 'the same again',
  'terminals, after an edit': 'the same after an edit',
} as const;

/** What resolving costs the thread that it shares with all extensions, and how long the answer takes. */
export const threadBench: Bench = async ({ build, scratch }) => {
  const folder = join(scratch, 'thread');
  for (const name of ['endless', 'django']) mkdirSync(join(folder, name), { recursive: true });
  writeEndlessCode(join(folder, 'endless'), 24);
  writeDjangoProject(join(folder, 'django'), 2000);
  const script = await build('measureThread');
  const figures: Figure[] = [];
  for (const [way, words] of Object.entries(ways)) {
    const measured = await measureRounds(script, way, folder);
    for (const [work, name] of Object.entries(works))
      figures.push(
        { name: `${name}, ${words}`, unit: 'ms', values: measured[`${work} time`]! },
        {
          name: `${name}, ${words}: longest block`,
          unit: 'ms',
          values: measured[`${work} block`]!,
        },
      );
  }
  return figures;
};
