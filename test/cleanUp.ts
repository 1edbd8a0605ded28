/** What has to be undone when a script ends, newest first, however it ends. What comes too late is undone at once. */
export class CleanUp {
  readonly #steps: (() => unknown)[] = [];
  #running: Promise<void> | undefined;

  /** Whether the end has come: what fails from then on fails for that reason. */
  get hasBegun(): boolean {
    return this.#running !== undefined;
  }

  add(step: () => unknown): void {
    this.#steps.push(step);
    if (this.#running) this.#running = this.#running.then(() => this.#runSteps());
  }

  run(): Promise<void> {
    return (this.#running ??= this.#runSteps());
  }

  async #runSteps(): Promise<void> {
    for (let step = this.#steps.pop(); step; step = this.#steps.pop())
      try {
        await step();
      } catch (error) {
        console.error(`While cleaning up: ${String(error)}`);
      }
  }
}

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const patienceMs = 20_000;

/** Runs a script to its exit code. Ctrl-C, a failure and the regular end all leave nothing behind. */
export function runScript(main: (cleanUp: CleanUp) => Promise<number>): void {
  const cleanUp = new CleanUp();
  let isEnding = false;
  const end = async (code: number): Promise<void> => {
    // A terminal and a parent may both pass on the same Ctrl-C.
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(code), patienceMs).unref();
    await cleanUp.run();
    process.exit(code);
  };
  for (const [signal, code] of Object.entries(signals))
    process.on(signal, () => {
      if (!isEnding) console.error('\nStopping …');
      void end(code);
    });
  main(cleanUp).then(end, (error: unknown) => {
    // An interrupted run fails where its servers are taken away: that is no news.
    if (!isEnding) console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    return end(1);
  });
}
