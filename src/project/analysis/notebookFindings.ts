import type { CodeFinding } from '../../core/findings/codeFinding';
import { findInSql } from '../../syntax/analysis/sqlFiles';
import type { SyntaxTrees } from '../../syntax/syntaxTrees';
import type { NotebookPart, NotebookSource } from './notebookSource';
import { findInShell } from './shellFiles';

/** The findings of a notebook with the part of it that each is in, at its place in that part. */
export interface PartFinding {
  readonly part: NotebookPart;
  readonly finding: CodeFinding;
}

/** @param inPython what its code does */
export async function findInNotebook(
  { python, sql, shell }: NotebookSource,
  inPython: readonly CodeFinding[],
  trees: SyntaxTrees,
): Promise<readonly PartFinding[]> {
  const found = inPython.map((finding) => ({ part: python, finding }));
  for (const part of sql)
    for (const finding of await findInSql(part.text)) found.push({ part, finding });
  for (const part of shell)
    for (const finding of await findInShell('cell.sh', part.text, trees))
      found.push({ part, finding });
  return found;
}

/** The findings at their places in the notebook's file. */
export function placedInFile(found: readonly PartFinding[]): readonly CodeFinding[] {
  return found
    .flatMap(({ part, finding }) => {
      const range = part.inFile(finding.range);
      return range ? [{ ...finding, range }] : [];
    })
    .sort(({ range: a }, { range: b }) => a.line - b.line || a.column - b.column);
}
