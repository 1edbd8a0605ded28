import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A thread that needs more has met code that no configuration is: it ends, and not the process that all extensions share. */
const mostMegabytes = 512;

/** @param folder where the bundles are */
export function startWorker(folder: string): Worker {
  return new Worker(join(folder, 'worker.js'), {
    // Flags of the editor's own process need not be fit for a thread.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
}
