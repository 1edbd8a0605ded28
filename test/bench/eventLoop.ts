import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolution = 1;

/** The longest time in which nothing else of the process had its turn, in milliseconds. */
export async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  await work();
  // The last block is seen only by a timer that comes after it.
  await new Promise((resolve) => setTimeout(resolve, 2 * resolution));
  delays.disable();
  return delays.max / 1e6 - resolution;
}
