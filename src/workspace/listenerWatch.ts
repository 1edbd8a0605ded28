import * as vscode from 'vscode';
import type { Resolver } from '../project/resolver/resolver';

/** A tunnel opens without a prompt or a file that tells: this is how long it may go unnoticed. */
const everyMs = 3_000;

/** Tells when something on this machine starts or stops to listen, while somebody looks at the window. */
export class ListenerWatch implements vscode.Disposable {
  readonly #didChangeEmitter = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#didChangeEmitter.event;
  readonly #timer = setInterval(() => void this.#look(), everyMs);
  #last: string | undefined;
  #isLooking = false;

  /** @param resolver who sees what it answers by: two who look by themselves would differ for a moment */
  constructor(private readonly resolver: Pick<Resolver, 'listening'>) {}

  async #look(): Promise<void> {
    if (this.#isLooking || !vscode.window.state.focused) return;
    this.#isLooking = true;
    const now = await this.resolver.listening().catch(() => this.#last);
    this.#isLooking = false;
    if (this.#last !== undefined && now !== this.#last) this.#didChangeEmitter.fire();
    this.#last = now;
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#didChangeEmitter.dispose();
  }
}
