import { linesOf } from '../../core/findings/codeLines';
import type { LiveFinding } from '../../project/analysis/liveFinding';

/** A function in which something is destroyed. */
export interface FlaggedFunction {
  /** Where it is written; 1-based. */
  readonly line: number;
  readonly findings: readonly LiveFinding[];
}

/** The functions of a text that have findings in them, by the line that names each. */
export function flaggedFunctions(
  findings: readonly LiveFinding[],
  text: string,
): readonly FlaggedFunction[] {
  const lines = linesOf(text);
  const found = new Map<number, LiveFinding[]>();
  for (const live of findings) {
    const line = ownerLine(live, lines);
    if (line !== undefined) found.set(line, [...(found.get(line) ?? []), live]);
  }
  return [...found].map(([line, own]) => ({ line, findings: own }));
}

/** The nearest line above that names the function as one that is made there, and not as one that is called. */
function ownerLine(
  { finding: { owner, range } }: LiveFinding,
  lines: readonly string[],
): number | undefined {
  const name = owner?.split('.').at(-1);
  if (name === undefined || !/^[\w$]+$/.test(name)) return undefined;
  const word = name.replaceAll('$', '\\$');
  const made = new RegExp(
    `\\b(?:def|function\\*?|func|fn|fun)\\b.*(?<![\\w$.])${word}(?![\\w$])|(?<![\\w$.])${word}\\s*[=:]|^\\s*(?:[\\w<>[\\]]+\\s+)*${word}\\s*\\(.*\\{\\s*$`,
  );
  for (let line = range.line; line >= 1; line--) if (made.test(lines[line - 1] ?? '')) return line;
  return undefined;
}
