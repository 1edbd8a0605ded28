import { dirname } from 'node:path';
import * as vscode from 'vscode';
import type { Resolver } from '../project/resolver/resolver';
import { DisposableStore } from '../disposableStore';

/** A save is told twice, and a checkout writes many files at once. */
const gatherMs = 50;
/** Among more files than these there is one that was read. */
const mostPaths = 200;

/** Tells when a file was written, made or removed that an answer depends on: whatever code and tools have it read. */
export class ReadFileWatcher implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #didChangeEmitter = this.#disposables.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#didChangeEmitter.event;
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly resolver: Pick<Resolver, 'hasRead'>) {
    const watcher = this.#disposables.add(vscode.workspace.createFileSystemWatcher('**/*'));
    this.#disposables.add(watcher.onDidChange(({ fsPath }) => this.#gather(fsPath)));
    for (const event of [watcher.onDidCreate, watcher.onDidDelete])
      this.#disposables.add(event(({ fsPath }) => this.#gather(fsPath, dirname(fsPath))));
    this.#disposables.add(
      vscode.workspace.onDidSaveTextDocument(({ uri: { fsPath } }) => this.#gather(fsPath)),
    );
    this.#disposables.add({ dispose: () => clearTimeout(this.#timer) });
  }

  #gather(...paths: readonly string[]): void {
    for (const path of paths) this.#changed.add(path);
    this.#timer ??= setTimeout(() => void this.#tell(), gatherMs);
  }

  async #tell(): Promise<void> {
    this.#timer = undefined;
    const paths = [...this.#changed];
    this.#changed.clear();
    // Without an answer, any of them may have been read.
    const isRead =
      paths.length > mostPaths || (await this.resolver.hasRead(paths).catch(() => true));
    if (isRead) this.#didChangeEmitter.fire();
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
