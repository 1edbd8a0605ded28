import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Log } from '../../../../src/core/log';

/** A log that keeps what it is told. */
export function keptLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const add = (text: string | Error): void => void lines.push(String(text));
  return { lines, debug: add, info: add, warn: add, error: add };
}

/** The real thread, from its source. */
export function startSource(): Worker {
  const source = JSON.stringify(join(process.cwd(), 'src/worker.ts'));
  return new Worker(`require('tsx/cjs'); require(${source});`, { eval: true, execArgv: [] });
}

/** A thread that runs a piece of JavaScript for each question: `reply(answer)` answers it. */
export function startScript(body: string): Worker {
  const script = `
    const { parentPort } = require('node:worker_threads');
    parentPort.on('message', ({ id, method, args }) => {
      const reply = (answer) => parentPort.postMessage({ id, answer });
      ${body}
    });
  `;
  return new Worker(script, {
    eval: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 32 },
  });
}
