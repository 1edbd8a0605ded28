import { readFile } from 'node:fs/promises';
import { runBriefly } from '../project/listeners/runBriefly';

/** The words that a process was started with, at least the first of them; none where it is gone or cannot be seen. */
export async function readProcessWords(processId: number): Promise<readonly string[]> {
  if (process.platform === 'win32') return [];
  if (process.platform === 'linux')
    return readFile(`/proc/${processId}/cmdline`, 'utf8').then(
      (text) => text.split('\0').slice(0, -1),
      () => [],
    );
  const line = await runBriefly('ps', ['-ww', '-o', 'args=', '-p', `${processId}`]);
  return line?.trim().split(' ') ?? [];
}
