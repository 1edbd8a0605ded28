import { findCommand } from '../findCommand';
import type { Variables } from '../unit/hooks/applyVariables';
import { installRunners } from '../unit/hooks/runners';
import { inPlace, type StartPlace } from '../unit/hooks/startPlace';
import type { Bench } from './bench';
import { ratios, timeOnce, type Figure } from './figure';

interface Start {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly rounds: number;
  /** What is added should stay below so many milliseconds. */
  readonly goal?: number;
}

const starts: readonly Start[] = [
  {
    name: 'psql with nothing to say',
    command: 'psql',
    args: ['--version'],
    rounds: 100,
    goal: 5,
  },
  { name: 'psql asked about', command: 'psql', args: ['-c', 'x', 'dbname='], rounds: 100 },
  { name: 'task of bash', command: 'bash', args: ['-c', ':'], rounds: 100 },
];

const packageJson = '{ "name": "shop", "version": "1.0.0", "scripts": { "hi": ":" } }';

export const startsBench: Bench = async () => {
  const { 'npm 11': npm } = await installRunners();
  const run = { ...npm, args: [...npm.args, 'run', 'hi'], name: 'npm run', rounds: 20 };
  const figures: Figure[] = [];
  // Where there is no psql, something that ends at once shows what is added all the same.
  const programs: Variables = findCommand('psql') ? {} : { psql: '#!/bin/sh\n' };
  await inPlace({ programs, files: { 'package.json': packageJson } }, async (place) => {
    for (const start of [...starts, run]) figures.push(...(await measure(place, start)));
  });
  return figures;
};

/** With and without us by turns, so that whatever else the machine does falls on both. */
async function measure(
  place: StartPlace,
  { name, command, args, rounds, goal }: Start,
): Promise<readonly Figure[]> {
  const env = withoutUs(place);
  const bare: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(await timeOnce(() => place.run(command, args, { env })));
    ours.push(await timeOnce(() => place.run(command, args)));
  }
  const added = ours.map((value, at) => value - bare[at]!);
  return [
    { name: `${name}: without us`, unit: 'ms', values: bare },
    { name: `${name}: with us`, unit: 'ms', values: ours },
    { name: `${name}: added`, unit: 'ms', values: added, ...(goal ? { goal } : {}) },
    { name: `${name}: with over without`, unit: 'x', values: ratios(ours, bare) },
  ];
}

/** The same variables with nothing behind them. */
function withoutUs({ env, standIns }: StartPlace): Variables {
  const PATH = env['PATH']!.replace(`${standIns.toolsFolder}:`, '');
  const none = { BASH_ENV: '', npm_config_script_shell: '' };
  return { ...none, PATH };
}
