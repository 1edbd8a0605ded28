import * as vscode from 'vscode';
import { DisposableStore } from '../disposableStore';

/** Files whose content decides a database. A save in the editor is seen at once, other writers through the file watcher. */
const patterns = [
  '**/{.env,.env.*,*.env,.flaskenv,.envrc}',
  '**/{package.json,package-lock.json,pnpm-lock.yaml,yarn.lock,pyproject.toml,requirements*.txt,Pipfile,Pipfile.lock,Gemfile,Gemfile.lock,composer.json,go.mod,pom.xml,build.gradle,build.gradle.kts}',
  '**/{application.properties,application-*.properties,application.yml,application-*.yml,application.yaml,application-*.yaml,database.yml}',
];

/** Tells which file that may decide a database was written, made or removed. */
export class EnvFileWatcher implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #editedAt = new Map<string, number>();
  readonly #didChangeEmitter = this.#disposables.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#didChangeEmitter.event;

  constructor() {
    for (const pattern of patterns) {
      const watcher = this.#disposables.add(vscode.workspace.createFileSystemWatcher(pattern));
      for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete])
        this.#disposables.add(event((uri) => this.#accept(uri)));
    }
    this.#disposables.add(
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (patterns.some((pattern) => vscode.languages.match({ pattern }, document) > 0))
          this.#accept(document.uri);
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
