import { readFile } from 'node:fs/promises';
import { runBriefly } from '../project/listeners/runBriefly';

/** The process that has started another one; `undefined` where that is gone or cannot be seen. */
export async function readParent(processId: number): Promise<number | undefined> {
  const text =
    process.platform === 'linux'
      ? await readFile(`/proc/${processId}/stat`, 'utf8').then(parentIn, () => undefined)
      : await runBriefly('ps', ['-o', 'ppid=', '-p', `${processId}`]);
  const parent = Number(text);
  return Number.isInteger(parent) && parent > 0 ? parent : undefined;
}

/** The name before it may hold anything, parentheses too. */
function parentIn(stat: string): string | undefined {
  return stat
    .slice(stat.lastIndexOf(')') + 1)
    .trim()
    .split(' ')[1];
}
