import type * as vscode from 'vscode';
import type { CodeFinding } from '../../core/findings/codeFinding';
import {
  keepWhileBroken,
  withWords,
  type WordedFinding,
} from '../../core/findings/keepWhileBroken';
import { moveFindings, type TextChange } from '../../core/findings/moveFindings';
import { readReviewMarks, type ReviewMark } from '../../core/findings/reviewMarks';
import type { Analysis } from '../../project/analysis/analysis';
import { assessFindings } from '../../project/analysis/assessFindings';
import type { FileRuns } from '../../project/analysis/fileRuns';
import type { RunsRequest } from '../../project/analysis/readFileRuns';
import type { Resolver } from '../../project/resolver/resolver';
import { withReviews, type LiveFinding } from '../../project/analysis/liveFinding';

/** Whom the findings of a document belong to. */
export interface FindingsOwner {
  readonly analysis: Analysis;
  readonly resolver: Resolver;
  /** The folder within which code is followed from file to file. */
  readonly root: string;
  /** What a run sees now. */
  request(): RunsRequest;
  tell(): void;
}

/** What is found in one document: at once in its place after an edit, and anew as soon as the text has been read. */
export class DocumentFindings {
  #findings: readonly WordedFinding[] = [];
  #marks: readonly ReviewMark[];
  /** Unknown until something is found. */
  #runs: FileRuns | undefined;
  /** Those that came while the text was being read. */
  #missed: TextChange[] = [];
  #reading: Promise<void> | undefined;
  #isStale = false;
  #round = 0;

  /** @param owner what is asked, and told after each reading */
  constructor(
    private readonly document: vscode.TextDocument,
    private readonly owner: FindingsOwner,
  ) {
    this.#marks = readReviewMarks(document.getText());
  }

  /** In the order of the text; nothing while it is not known where it would hit. */
  get live(): readonly LiveFinding[] {
    if (!this.#runs) return [];
    return withReviews(assessFindings(this.#findings, this.#runs), this.#marks);
  }

  /** Moves what was found along with the text. */
  move(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    for (const { range, text } of changes) {
      const change = { range: codeRange(range), text };
      this.#missed.push(change);
      this.#findings = moveFindings(this.#findings, change);
    }
    this.#marks = readReviewMarks(this.document.getText());
  }

  /** Reads the text; calls while that is under way are answered by one more round. */
  read(): Promise<void> {
    this.#isStale = true;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** Asks again where the findings would hit. */
  async follow(): Promise<void> {
    if (this.#findings.length === 0) return;
    const round = ++this.#round;
    const [runs] = await this.owner.resolver.fileRuns(this.owner.request(), [this.#path]);
    // Of two that are under way, the later one knows better.
    if (round !== this.#round) return;
    this.#runs = runs;
    this.owner.tell();
  }

  get #path(): string {
    return this.document.uri.fsPath;
  }

  async #read(): Promise<void> {
    const { document } = this;
    while (this.#isStale && !document.isClosed) {
      this.#isStale = false;
      this.#missed = [];
      const found = await this.#find(document.getText());
      const isKept = await this.#mayHide(found);
      const moved = this.#missed.reduce(moveFindings<WordedFinding>, found);
      this.#findings = isKept ? keepWhileBroken(this.#findings, moved, document.getText()) : moved;
      if (this.#runs) this.owner.tell();
      else await this.follow();
    }
  }

  async #find(text: string): Promise<WordedFinding[]> {
    const { analysis, root } = this.owner;
    return withWords(await analysis.findIn({ root, path: this.#path, text }), text);
  }

  /** Whether a finding is missing that a half-typed statement may hide. */
  async #mayHide(found: readonly CodeFinding[]): Promise<boolean> {
    return found.length < this.#findings.length && (await this.owner.analysis.isBroken(this.#path));
  }
}

function codeRange({ start, end }: vscode.Range): TextChange['range'] {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
