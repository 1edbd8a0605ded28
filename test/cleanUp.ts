/** What has to be undone when a script ends, newest first, however it ends. */
export class CleanUp {
  readonly #steps: (() => unknown)[] = [];
  #running: Promise<void> | undefined;

  add(step: () => unknown): void {
    this.#steps.push(step);
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
    this.#running = undefined;
  }
}

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Runs a script to its exit code. Ctrl-C, a failure and the regular end all leave nothing behind. */
export function runScript(main: (cleanUp: CleanUp) => Promise<number>): void {
  const cleanUp = new CleanUp();
  const end = async (code: number): Promise<void> => {
    await cleanUp.run();
    process.exit(code);
  };
  for (const [signal, code] of Object.entries(signals))
    process.once(signal, () => {
      console.error('\nStopping …');
      void end(code);
    });
  main(cleanUp).then(end, (error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    return end(1);
  });
}
