import * as vscode from 'vscode';
import { DisposableStore } from '../disposableStore';

/**
 * Where the person works: a terminal or an editor, whichever was used last. VS Code tells no extension which part of the
 * window has the focus, so use is what counts: switching, opening, running and typing.
 */
export class Focus implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #didChangeEmitter = this.#disposables.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#didChangeEmitter.event;
  #terminal: vscode.Terminal | undefined;
  #editor: vscode.Uri | undefined;

  constructor() {
    const { window } = vscode;
    const useEditor = (): void => this.#use(undefined);
    const useTerminal = ({ terminal }: { readonly terminal: vscode.Terminal }): void => {
      if (terminal === window.activeTerminal) this.#use(terminal);
    };
    this.#disposables.add(window.onDidChangeActiveTerminal((terminal) => this.#use(terminal)));
    this.#disposables.add(window.onDidStartTerminalShellExecution(useTerminal));
    this.#disposables.add(window.onDidEndTerminalShellExecution(useTerminal));
    this.#disposables.add(window.onDidChangeActiveTextEditor(useEditor));
    this.#disposables.add(window.onDidChangeActiveNotebookEditor(useEditor));
    this.#disposables.add(
      window.onDidChangeTextEditorSelection(({ kind }) => {
        if (kind !== undefined) useEditor();
      }),
    );
    this.#use(window.activeTextEditor ? undefined : window.activeTerminal);
  }

  /** The terminal that was used last, if it was used after the editor. */
  get terminal(): vscode.Terminal | undefined {
    return this.#terminal;
  }

  /** The file in the active editor, where that is a file on disk. */
  get file(): vscode.Uri | undefined {
    return this.#editor;
  }

  get folder(): vscode.WorkspaceFolder | undefined {
    const own = this.#editor && vscode.workspace.getWorkspaceFolder(this.#editor);
    return own ?? vscode.workspace.workspaceFolders?.[0];
  }

  #use(terminal: vscode.Terminal | undefined): void {
    const { activeNotebookEditor, activeTextEditor } = vscode.window;
    const uri = activeNotebookEditor?.notebook.uri ?? activeTextEditor?.document.uri;
    const editor = uri?.scheme === 'file' ? uri : this.#editor;
    if (terminal === this.#terminal && editor?.fsPath === this.#editor?.fsPath) return;
    this.#terminal = terminal;
    this.#editor = editor;
    this.#didChangeEmitter.fire();
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
