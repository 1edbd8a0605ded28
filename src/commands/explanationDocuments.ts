import * as vscode from 'vscode';
import { DisposableStore } from '../disposableStore';
import type { ExplanationText } from './explanationText';

const scheme = 'safety-catch';
const uri = vscode.Uri.from({ scheme, path: '/This Connection' });

/** Shows an explanation as a read-only text in an editor, where it can be read, followed and copied. */
export class ExplanationDocuments implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #didChangeEmitter = this.#disposables.add(new vscode.EventEmitter<vscode.Uri>());
  #shown: ExplanationText = { text: '', links: [] };

  constructor() {
    this.#disposables.add(
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#didChangeEmitter.event,
        provideTextDocumentContent: () => this.#shown.text,
      }),
    );
    this.#disposables.add(
      vscode.languages.registerDocumentLinkProvider(
        { scheme },
        { provideDocumentLinks: (document) => this.#linksIn(document) },
      ),
    );
  }

  async show(explanation: ExplanationText): Promise<void> {
    this.#shown = explanation;
    this.#didChangeEmitter.fire(uri);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  }

  #linksIn(document: vscode.TextDocument): vscode.DocumentLink[] {
    return this.#shown.links.map(({ offset, length, place }) => {
      const range = new vscode.Range(
        document.positionAt(offset),
        document.positionAt(offset + length),
      );
      const fragment = place.line === undefined ? '' : `L${place.line}`;
      return new vscode.DocumentLink(range, vscode.Uri.file(place.file).with({ fragment }));
    });
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
