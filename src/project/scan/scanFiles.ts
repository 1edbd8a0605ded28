import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { ScanLane } from './scanLane';
import type { ScannedFile } from './scannedFile';

export interface ScanOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Scan {
  /** By path. */
  readonly files: readonly ScannedFile[];
  /** False where the scan was cancelled before it had seen every file. */
  readonly isComplete: boolean;
}

const mostLanes = 4;
/** Files that a thread is handed at once: neighbours, which import much the same. */
const share = 8;

/** Looks into files, in threads of its own. */
export async function scanFiles(
  paths: readonly string[],
  { signal = new AbortController().signal, onProgress }: ScanOptions,
  start: () => Worker,
): Promise<Scan> {
  const scanned: ScannedFile[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    const lane = new ScanLane(start, signal);
    while (next < paths.length && !signal.aborted) {
      const own = paths.slice(next, next + share);
      next += own.length;
      scanned.push(...(await lane.scan(own)));
      onProgress?.(scanned.length, paths.length);
    }
    await lane.stop();
  };
  const lanes = Math.min(mostLanes, availableParallelism(), Math.ceil(paths.length / share));
  await Promise.all(Array.from({ length: lanes }, work));
  return {
    files: scanned.sort((a, b) => (a.path < b.path ? -1 : 1)),
    isComplete: !signal.aborted,
  };
}
