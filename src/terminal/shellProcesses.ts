import * as vscode from 'vscode';
import { DisposableStore } from '../disposableStore';

/** The process id of each terminal's shell, as far as it is known. */
export class ShellProcesses implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #terminals = new Map<number, vscode.Terminal>();
  readonly #didOpenEmitter = this.#disposables.add(new vscode.EventEmitter<number>());
  readonly #didCloseEmitter = this.#disposables.add(new vscode.EventEmitter<number>());

  /** Fires with the process id when a terminal's shell runs. */
  readonly onDidOpen = this.#didOpenEmitter.event;
  readonly onDidClose = this.#didCloseEmitter.event;

  constructor() {
    for (const terminal of vscode.window.terminals) void this.#open(terminal);
    this.#disposables.add(vscode.window.onDidOpenTerminal((terminal) => void this.#open(terminal)));
    this.#disposables.add(vscode.window.onDidCloseTerminal((terminal) => this.#close(terminal)));
  }

  [Symbol.iterator](): IterableIterator<[number, vscode.Terminal]> {
    return this.#terminals.entries();
  }

  terminalOf(processId: number): vscode.Terminal | undefined {
    return this.#terminals.get(processId);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #open(terminal: vscode.Terminal): Promise<void> {
    const processId = await terminal.processId;
    if (processId === undefined || terminal.exitStatus) return;
    this.#terminals.set(processId, terminal);
    this.#didOpenEmitter.fire(processId);
  }

  #close(closed: vscode.Terminal): void {
    for (const [processId, terminal] of this.#terminals)
      if (terminal === closed) {
        this.#terminals.delete(processId);
        this.#didCloseEmitter.fire(processId);
      }
  }
}
