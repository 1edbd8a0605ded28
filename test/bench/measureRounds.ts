import { runCommand } from '../processes';
import type { Measured } from './measureResolution';

export const coldRuns = 5;

/** Each round in a process of its own: what is cold once is warm ever after. */
export async function measureRounds(
  script: string,
  what: string,
  folder: string,
): Promise<Measured> {
  const rounds: Measured[] = [];
  // The first one warms the disk's cache, which a developer's folder is in.
  for (let round = 0; round <= coldRuns; round++)
    rounds.push(JSON.parse(await runCommand(process.execPath, [script, what, folder])) as Measured);
  const names = Object.keys(rounds[0]!);
  return Object.fromEntries(
    names.map((name) => [name, rounds.slice(1).flatMap((round) => round[name] ?? [])]),
  );
}
