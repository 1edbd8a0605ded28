import type { CodeFinding, CodeRange } from './codeFinding';
import { linesOf } from './codeLines';

/** A piece of a text that was replaced, in the lines and columns from before. */
export interface TextChange {
  readonly range: CodeRange;
  readonly text: string;
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where findings are after a change, until the new text has been read. What was replaced as a whole is gone. */
export function moveFindings<T extends Pick<CodeFinding, 'range'>>(
  findings: readonly T[],
  change: TextChange,
): readonly T[] {
  return findings.flatMap((finding) => {
    const range = moveRange(finding.range, change);
    return range ? [{ ...finding, range }] : [];
  });
}

function moveRange(range: CodeRange, change: TextChange): CodeRange | undefined {
  const [start, end] = [startOf(range), endOf(range)];
  const [from, to] = [startOf(change.range), endOf(change.range)];
  if (isBefore(end, from) || isSame(end, from)) return range;
  const isInserted = isSame(from, to);
  if (!isInserted && isBefore(start, to) && !isBefore(start, from)) return undefined;
  const movedStart = isBefore(start, to) ? start : moved(start, change);
  const movedEnd = isBefore(end, to) ? endOfText(change) : moved(end, change);
  return {
    line: movedStart.line,
    column: movedStart.column,
    endLine: movedEnd.line,
    endColumn: movedEnd.column,
  };
}

/** @param position at or behind the end of what was replaced */
function moved({ line, column }: Position, change: TextChange): Position {
  const end = endOfText(change);
  const { endLine, endColumn } = change.range;
  return line === endLine
    ? { line: end.line, column: end.column + column - endColumn }
    : { line: line + end.line - endLine, column };
}

function endOfText({ range, text }: TextChange): Position {
  const lines = linesOf(text);
  const last = lines.at(-1)!.length;
  return lines.length === 1
    ? { line: range.line, column: range.column + last }
    : { line: range.line + lines.length - 1, column: last + 1 };
}

function startOf({ line, column }: CodeRange): Position {
  return { line, column };
}

function endOf({ endLine, endColumn }: CodeRange): Position {
  return { line: endLine, column: endColumn };
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

function isSame(a: Position, b: Position): boolean {
  return a.line === b.line && a.column === b.column;
}
