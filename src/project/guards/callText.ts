import type { CodeRange } from '../../core/findings/codeFinding';

/** A flagged call as it stands in its file. */
export interface CallText {
  /** The lines of the file. */
  readonly lines: readonly string[];
  readonly range: CodeRange;
  /** What its line has before it. */
  readonly before: string;
  /** From the called name to the end of the range. */
  readonly text: string;
}

export function callText(lines: readonly string[], range: CodeRange): CallText {
  const { line, column, endLine, endColumn } = range;
  const inner = lines.slice(line - 1, endLine);
  const cut = [...inner.slice(0, -1), (inner.at(-1) ?? '').slice(0, endColumn - 1)].join('\n');
  return {
    lines,
    range,
    before: cut.slice(0, column - 1),
    text: cut.slice(column - 1),
  };
}
