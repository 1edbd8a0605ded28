import type { SqlToken } from './sqlToken';

const cuts = new Set(['then', 'else', 'loop', 'begin']);

/**
 * The statements that control flow joins without a semicolon: `IF … THEN DELETE …` is two parts. CASE in an expression
 * has a THEN of its own, and so has MERGE.
 */
export function procedureParts(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const parts: SqlToken[][] = [[]];
  let openCases = 0;
  for (const token of tokens) {
    const part = parts.at(-1)!;
    const first = part[0]?.word ?? '';
    if (token.word === 'case' && part.length > 0) openCases++;
    else if (token.word === 'end' && openCases > 0) openCases--;
    const isCut = cuts.has(token.word) || (token.word === 'do' && first === 'while');
    if (isCut && openCases === 0 && first !== 'merge') parts.push([]);
    else part.push(token);
  }
  return parts;
}
