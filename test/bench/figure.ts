import { performance } from 'node:perf_hooks';

export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly number[];
  /** What 95 of 100 runs should stay below. */
  readonly goal?: number;
}

/** Calls `work` once to warm up and then `runs` times; the figures are milliseconds. */
export async function timeRuns(runs: number, work: () => Promise<unknown>): Promise<number[]> {
  await work();
  const values: number[] = [];
  while (values.length < runs) values.push(await timeOnce(work));
  return values;
}

export async function timeOnce(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

/** One figure over the other, pair by pair of the same run. */
export function ratios(values: readonly number[], to: readonly number[]): number[] {
  return values.map((value, index) => value / to[index]!);
}
