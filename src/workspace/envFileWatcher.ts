import * as vscode from 'vscode';
import { DisposableStore } from '../disposableStore';

/** A save in the editor is seen at once, other writers through the file watcher. */
const pattern = '**/{.env,.env.*,*.env,.flaskenv,.envrc}';

/** Tells which env file was written, made or removed, and remembers when: a shell may have taken its variables before that. */
export class EnvFileWatcher implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #editedAt = new Map<string, number>();
  readonly #didChangeEmitter = this.#disposables.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#didChangeEmitter.event;

  constructor() {
    const watcher = this.#disposables.add(vscode.workspace.createFileSystemWatcher(pattern));
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete])
      this.#disposables.add(event((uri) => this.#accept(uri)));
    this.#disposables.add(
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (vscode.languages.match({ pattern }, document) > 0) this.#accept(document.uri);
      }),
    );
  }

  /** When the file was last seen to change, milliseconds since the epoch; 0 if it has not been. */
  editedAt(path: string): number {
    return this.#editedAt.get(path) ?? 0;
  }

  #accept(uri: vscode.Uri): void {
    this.#editedAt.set(uri.fsPath, Date.now());
    this.#didChangeEmitter.fire(uri);
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
