import * as vscode from 'vscode';

/** A pause that a person asked for. It ends by itself. */
export class Pause implements vscode.Disposable {
  readonly #didChangeEmitter = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#didChangeEmitter.event;
  #timer: NodeJS.Timeout | undefined;
  #until: number | undefined;

  /** Milliseconds since the epoch, `undefined` while nothing is paused. */
  get until(): number | undefined {
    return this.#until;
  }

  start(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#until = Date.now() + milliseconds;
    this.#timer = setTimeout(() => this.end(), milliseconds);
    this.#didChangeEmitter.fire();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#until = undefined;
    this.#didChangeEmitter.fire();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#didChangeEmitter.dispose();
  }
}
