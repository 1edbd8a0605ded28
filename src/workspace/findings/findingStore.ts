import * as vscode from 'vscode';
import type { Log } from '../../core/log';
import { redact } from '../../core/targets/redact';
import { DisposableStore } from '../../disposableStore';
import type { Analysis } from '../../project/analysis/analysis';
import type { Resolver } from '../../project/resolver/resolver';
import type { ConnectionStore } from '../connectionStore';
import { DocumentFindings } from './documentFindings';
import type { LiveFinding } from '../../project/analysis/liveFinding';

/** What tells where findings would hit now. */
export interface Live {
  readonly store: ConnectionStore;
  readonly resolver: Resolver;
}

/** What is found in the files that are open, with the stage that each line would hit now. */
export class FindingStore implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #documents = new Map<vscode.TextDocument, DocumentFindings>();
  readonly #didChangeEmitter = this.#disposables.add(
    new vscode.EventEmitter<vscode.TextDocument>(),
  );

  /** Fires with the document whose findings have changed, or would hit something else now. */
  readonly onDidChange = this.#didChangeEmitter.event;

  constructor(
    private readonly live: Live,
    private readonly analysis: Analysis,
    private readonly log: Log,
  ) {
    const { window, workspace } = vscode;
    this.#disposables.add(live.store.onDidChange(() => this.#follow()));
    this.#disposables.add(window.onDidChangeVisibleTextEditors(() => this.#readNew()));
    this.#disposables.add(workspace.onDidChangeTextDocument((event) => this.#edit(event)));
    this.#disposables.add(workspace.onDidSaveTextDocument(() => this.#readAgain()));
    this.#disposables.add(workspace.onDidCloseTextDocument((document) => this.#close(document)));
    this.#readNew();
  }

  /** Those that have been read. */
  get documents(): readonly vscode.TextDocument[] {
    return [...this.#documents.keys()];
  }

  /** In the order of the text. */
  findingsOf(document: vscode.TextDocument): readonly LiveFinding[] {
    return this.#documents.get(document)?.live ?? [];
  }

  #readNew(): void {
    for (const { document } of vscode.window.visibleTextEditors)
      if (!this.#documents.has(document)) this.#attempt(this.#open(document)?.read());
  }

  /** What a file says may decide what others do that import it, and which database they reach. */
  #readAgain(): void {
    this.#attempt(this.analysis.forget());
    for (const found of this.#documents.values()) this.#attempt(found.read());
    this.#follow();
  }

  #follow(): void {
    for (const [document, found] of this.#documents) {
      this.#attempt(found.follow());
      // A pause shows at once.
      this.#didChangeEmitter.fire(document);
    }
  }

  #edit({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const found = contentChanges.length > 0 ? this.#open(document) : undefined;
    if (!found) return;
    found.move(contentChanges);
    this.#didChangeEmitter.fire(document);
    this.#attempt(found.read());
  }

  /** `undefined` for what is no file of the workspace. */
  #open(document: vscode.TextDocument): DocumentFindings | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(document.uri);
    if (document.uri.scheme !== 'file' || !folder) return undefined;
    const known = this.#documents.get(document);
    if (known) return known;
    const opened = new DocumentFindings(document, {
      analysis: this.analysis,
      resolver: this.live.resolver,
      root: folder.uri.fsPath,
      request: () => this.live.store.requestFor(folder),
      tell: () => this.#didChangeEmitter.fire(document),
    });
    this.#documents.set(document, opened);
    return opened;
  }

  #close(document: vscode.TextDocument): void {
    if (this.#documents.delete(document)) this.#attempt(this.analysis.close(document.uri.fsPath));
  }

  #attempt(work: Promise<void> | undefined): void {
    work?.catch((error: unknown) => this.log.error(redact(String(error))));
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
