import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { unscanned, type ScannedFile } from './scannedFile';

/** How long a few files may take before their thread is given up. */
const usualDeadlineMs = 20_000;

/** One thread that scans, started when it is needed, and anew where a file was too much for it. */
export class ScanLane {
  #worker: Worker | undefined;

  constructor(
    private readonly start: () => Worker,
    private readonly signal: AbortSignal,
    private readonly deadlineMs = usualDeadlineMs,
  ) {}

  /** Nothing of the files after the scan was cancelled. */
  async scan(paths: readonly string[]): Promise<readonly ScannedFile[]> {
    if (this.signal.aborted) return [];
    const scanned = await this.#ask(paths);
    if (scanned || this.signal.aborted) return scanned ?? [];
    const [only, ...others] = paths;
    if (only !== undefined && others.length === 0)
      return [unscanned(only, 'was too much to be analysed')];
    // One of them is to blame: the others are still to be told.
    const singly: ScannedFile[] = [];
    for (const path of paths) singly.push(...(await this.scan([path])));
    return singly;
  }

  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  async #ask(paths: readonly string[]): Promise<readonly ScannedFile[] | undefined> {
    const worker = (this.#worker ??= this.start());
    const giveUp = new AbortController();
    const abort = (): void => giveUp.abort();
    const watchdog = setTimeout(abort, this.deadlineMs);
    this.signal.addEventListener('abort', abort);
    try {
      const answer = once(worker, 'message', { signal: giveUp.signal });
      worker.postMessage(paths);
      const [scanned] = (await answer) as [readonly ScannedFile[]];
      return scanned;
    } catch {
      await this.stop();
      return undefined;
    } finally {
      clearTimeout(watchdog);
      this.signal.removeEventListener('abort', abort);
    }
  }
}
