import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { findCommand } from '../findCommand';
import { startProcess } from '../processes';
import { timeRuns } from './figure';

/** The milliseconds that another guard takes to check a line, as its own hooks have it checked; nothing where there is none. */
export async function timeShellfirm(
  line: string,
  runs: number,
  settings: string,
): Promise<number[] | undefined> {
  const built = resolve('.cache/shellfirm/bin/shellfirm');
  const command = findCommand('shellfirm') ?? (existsSync(built) ? built : undefined);
  if (command === undefined) {
    console.log(
      '  lines beside shellfirm: not measured, there is none in PATH or in .cache/shellfirm',
    );
    return undefined;
  }
  const args = ['pre-command', '--test', '--no-context', '--command', line];
  const env = { ...process.env, SHELLFIRM_CONFIG_DIR: settings };
  return timeRuns(runs, async () => (await startProcess(command, args, { env })).exited);
}
