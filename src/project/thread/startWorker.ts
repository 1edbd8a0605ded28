import { Worker } from 'node:worker_threads';

/** A thread that needs more has met code that no configuration is: it ends, and not the process that all extensions share. */
const mostMegabytes = 512;

/** @param bundle what it runs, absolute */
export function startWorker(bundle: string): Worker {
  return new Worker(bundle, {
    // Flags of the editor's own process need not be fit for a thread.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
}
