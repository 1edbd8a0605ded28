import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** What a thread that scans is started with. */
export interface ScanWorkerData {
  /** The workspace folder, absolute: imports are not followed out of it. */
  readonly root: string;
  /** Texts of an editor that are not on disk yet, by path. */
  readonly unsaved: ReadonlyMap<string, string>;
}

const mostMegabytes = 1024;

/** @param folder where the bundles are */
export function startScanWorker(folder: string, workerData: ScanWorkerData): Worker {
  return new Worker(join(folder, 'scanWorker.js'), {
    workerData,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
}
