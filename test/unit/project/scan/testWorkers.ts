import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** The thread that scans, from its source. */
export function startScanSource(root: string, unsaved = new Map<string, string>()): Worker {
  const source = JSON.stringify(join(process.cwd(), 'src/scanWorker.ts'));
  return new Worker(`require('tsx/cjs'); require(${source});`, {
    eval: true,
    execArgv: [],
    workerData: { root, unsaved },
  });
}

/** A thread that knows files by their names: at `hang` it is silent for ever, at `crash` it ends. */
export function startScript(): Worker {
  const script = `
    const { parentPort } = require('node:worker_threads');
    parentPort.on('message', (paths) => {
      if (paths.some((path) => path.includes('hang'))) for (;;);
      if (paths.some((path) => path.includes('crash'))) throw new Error('ended');
      parentPort.postMessage(paths.map((path) => ({ path, bytes: 1, findings: [], marks: [] })));
    });
  `;
  return new Worker(script, { eval: true, execArgv: [] });
}
