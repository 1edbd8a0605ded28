import type { CodeFinding } from './codeFinding';
import { linesOf, wordAt } from './codeLines';

/** A finding, and the word that it begins with. */
export interface WordedFinding extends CodeFinding {
  readonly word: string;
}

/**
 * While a statement is half typed, the syntax around it cannot be read and what stands there is not found. What was found
 * before stays, where the same word still stands in its place.
 *
 * @param before at their places in the new text
 */
export function keepWhileBroken(
  before: readonly WordedFinding[],
  found: readonly WordedFinding[],
  text: string,
): readonly WordedFinding[] {
  const lines = linesOf(text);
  const kept = before.filter(
    ({ range, word }) =>
      word !== '' &&
      wordAt(lines, range) === word &&
      !found.some((other) => other.range.line === range.line),
  );
  return [...found, ...kept].sort(
    (a, b) => a.range.line - b.range.line || a.range.column - b.range.column,
  );
}

export function withWords(findings: readonly CodeFinding[], text: string): WordedFinding[] {
  const lines = linesOf(text);
  return findings.map((finding) => ({ ...finding, word: wordAt(lines, finding.range) }));
}
