import * as vscode from 'vscode';
import type { StartedProcess } from '../workspace/gatekeeper';
import { HeldProcess } from './heldProcess';

/** Longer than this no task is held because of the editor alone. */
const patienceMs = 2000;

/** A task that VS Code has started, and that is held until it is decided. */
export class HeldStart implements StartedProcess {
  /** Resolves once VS Code knows. */
  readonly ended: Promise<void>;
  readonly #process: HeldProcess;
  readonly #impatience: NodeJS.Timeout;
  #isEnded = false;

  constructor(
    private readonly execution: vscode.TaskExecution,
    readonly processId: number,
  ) {
    this.#process = new HeldProcess(processId);
    this.#process.hold();
    this.#impatience = setTimeout(() => this.#process.release(), patienceMs);
    this.ended = new Promise((resolve) => {
      const listener = vscode.tasks.onDidEndTask((event) => {
        if (event.execution !== execution) return;
        listener.dispose();
        resolve();
      });
    });
  }

  /** Whether it has to be started anew, if it is to run. */
  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** For as long as a person takes. Where no process can be held, it is ended. */
  hold(): void {
    clearTimeout(this.#impatience);
    if (!this.#process.hold()) void this.end();
  }

  release(): void {
    clearTimeout(this.#impatience);
    this.#process.release();
  }

  /** Resolves once VS Code knows. */
  end(): Promise<void> {
    clearTimeout(this.#impatience);
    this.#isEnded = true;
    this.#process.end();
    this.execution.terminate();
    return this.ended;
  }
}
