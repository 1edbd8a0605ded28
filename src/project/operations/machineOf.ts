import type { Machine } from '../../core/operations/assessPlace';
import type { Files } from '../files';
import { locate } from '../runs/locate';
import type { Run } from '../runs/run';

/** The machine that a run is on: another one behind `ssh` and the like. */
export async function machineOf(
  { elsewhere, cwd }: Pick<Run, 'elsewhere' | 'cwd'>,
  outside: {
    readonly machine: Machine;
    readonly files: Files;
    readonly cwd: string;
    readonly home: string;
  },
): Promise<Machine> {
  const { machine, files, home } = outside;
  if (!elsewhere) return machine;
  const found = await locate({ files, home, cwd: cwd ?? outside.cwd }, elsewhere);
  return found.kind === 'away' ? { name: found.via, isRemote: true } : machine;
}
