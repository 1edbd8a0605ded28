import * as vscode from 'vscode';
import { DisposableStore } from '../../disposableStore';
import { onDidChangeSettings, readSettings } from '../../settings';
import type { ConnectionStore } from '../../workspace/connectionStore';
import type { FindingStore } from '../../workspace/findings/findingStore';
import { keyOf, LineStyles } from './lineStyles';
import { markedLines, type MarkedLine } from './markedLines';

/** How many lines from the cursor a line says what it does. */
const nearby = 1;

/** Marks the lines that destroy data: beside the line number, behind the text, beside the scroll bar, and in words. */
export function registerFindingMarks(
  findings: FindingStore,
  connections: ConnectionStore,
  marks: vscode.Uri,
): vscode.Disposable {
  return new FindingMarks(findings, connections, marks);
}

/** What an editor shows, kept for when only the cursor moves. */
interface Shown {
  readonly lines: readonly MarkedLine[];
  /** Those that tell in words what they do. */
  readonly told: string;
}

class FindingMarks implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #styles: LineStyles;
  readonly #shown = new WeakMap<vscode.TextEditor, Shown>();

  constructor(
    private readonly findings: FindingStore,
    private readonly connections: ConnectionStore,
    marks: vscode.Uri,
  ) {
    const { window } = vscode;
    const showAll = (): void => this.#showAll();
    this.#styles = this.#disposables.add(new LineStyles(marks));
    this.#disposables.add(findings.onDidChange((document) => this.#showAll(document)));
    this.#disposables.add(window.onDidChangeVisibleTextEditors(showAll));
    this.#disposables.add(onDidChangeSettings(showAll));
    this.#disposables.add(
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor)),
    );
    this.#showAll();
  }

  #showAll(document?: vscode.TextDocument): void {
    for (const editor of vscode.window.visibleTextEditors)
      if (!document || editor.document === document) this.#show(editor);
  }

  #show(editor: vscode.TextEditor): void {
    const { marks } = readSettings(editor.document.uri).show;
    const { isPaused } = this.connections;
    const found = this.findings.findingsOf(editor.document);
    const lines = markedLines(found, { marks, isPaused });
    const before = this.#shown.get(editor)?.lines ?? [];
    if (lines.length + before.length > 0) this.#paint(editor, lines);
  }

  /** The cursor moves all the time: only what it changes is painted again. */
  #follow(editor: vscode.TextEditor): void {
    const shown = this.#shown.get(editor);
    if (!shown || shown.lines.length === 0) return;
    if (toldLines(editor, shown.lines).join() !== shown.told) this.#paint(editor, shown.lines);
  }

  #paint(editor: vscode.TextEditor, lines: readonly MarkedLine[]): void {
    const told = toldLines(editor, lines);
    this.#shown.set(editor, { lines, told: told.join() });
    for (const [key, type] of this.#styles.all)
      editor.setDecorations(
        type,
        lines
          .filter(({ mark }) => keyOf(mark) === key)
          .map(({ line, mark, words }) => ({
            range: lineRange(editor.document, line),
            ...(told.includes(line) && { renderOptions: this.#styles.words(words, mark.tone) }),
          })),
      );
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

function toldLines(
  { document, selections }: vscode.TextEditor,
  lines: readonly MarkedLine[],
): readonly number[] {
  const { words } = readSettings(document.uri).show;
  const isNear = (line: number): boolean =>
    selections.some(({ active }) => Math.abs(active.line + 1 - line) <= nearby);
  return lines
    .map(({ line }) => line)
    .filter((line) => words === 'always' || (words === 'near' && isNear(line)));
}

function lineRange(document: vscode.TextDocument, line: number): vscode.Range {
  return document.lineAt(Math.min(line, document.lineCount) - 1).range;
}
