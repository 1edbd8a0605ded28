import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { Files } from '../files';
import { findSources, type SourcesRequest } from './findSources';
import { isSource } from './isSource';
import { ScanLane } from './scanLane';
import type { ScannedFile } from './scannedFile';

export interface ScanRequest extends Omit<SourcesRequest, 'isSource'> {
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

/** Looks into every source file under some paths, in threads of its own. */
export async function scan(files: Files, request: ScanRequest, start: () => Worker): Promise<Scan> {
  const { signal = new AbortController().signal, onProgress } = request;
  const paths = await findSources(files, { ...request, isSource });
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
