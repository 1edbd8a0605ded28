import { findCommand } from '../findCommand';
import { inShell, shells } from '../unit/hooks/inShell';
import type { ShellName } from '../unit/hooks/hookTerminal';
import type { Bench } from './bench';
import { ratios, timeOnce, type Figure } from './figure';

const rounds = 6;
const prompts = 40;

const kinds = {
  'nothing changed': (): string => ':',
  'a variable changed': (at: number): string => `export APP_ENV=${at}`,
} as const;

type Kind = keyof typeof kinds;

/** Milliseconds from one prompt to the next, in a shell as VS Code starts it. */
async function timePrompts(shell: ShellName, kind: Kind, isUnhooked: boolean): Promise<number> {
  let milliseconds = 0;
  await inShell({ shell, isUnhooked }, async (terminal) => {
    const lines = Array.from({ length: prompts }, (_, at) => kinds[kind](at));
    await terminal.run(lines.slice(0, 5).join('\r'));
    milliseconds = await timeOnce(() => terminal.run(lines.join('\r')));
  });
  return milliseconds / prompts;
}

async function measure(shell: ShellName, kind: Kind): Promise<readonly Figure[]> {
  const bare: number[] = [];
  const hooked: number[] = [];
  // By turns, so that whatever else the machine does falls on both.
  for (let round = 0; round < rounds; round++) {
    bare.push(await timePrompts(shell, kind, true));
    hooked.push(await timePrompts(shell, kind, false));
  }
  const name = `prompt of ${shell}, ${kind}`;
  return [
    { name: `${name}: without the hook`, unit: 'ms', values: bare },
    { name: `${name}: with the hook`, unit: 'ms', values: hooked },
    { name: `${name}: with over without`, unit: 'x', values: ratios(hooked, bare) },
  ];
}

export const promptsBench: Bench = async () => {
  const figures: Figure[] = [];
  for (const shell of shells.filter((name) => findCommand(name)))
    for (const kind of Object.keys(kinds) as Kind[]) figures.push(...(await measure(shell, kind)));
  return figures;
};
