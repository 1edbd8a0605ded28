/** A process that was kept from going on soon after its start, with all of its group. On Windows there is no such thing. */
export class HeldProcess {
  /** @param processId of the leader of a group, as the process of a task is */
  constructor(private readonly processId: number) {}

  /** Answers whether it is held now. */
  hold(): boolean {
    return process.platform !== 'win32' && this.#signal('SIGSTOP');
  }

  release(): void {
    this.#signal('SIGCONT');
  }

  /** While it is held it hears nothing else. */
  end(): void {
    this.#signal('SIGKILL');
  }

  #signal(signal: NodeJS.Signals): boolean {
    try {
      process.kill(-this.processId, signal);
      return true;
    } catch {
      return false;
    }
  }
}
