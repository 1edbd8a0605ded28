import type { Operation } from '../operation';
import { stepsDone } from './gatherOperations';
import { readParts, type StatementParser } from './readSql';
import { sqlDialects, type SqlLanguage } from './sqlDialect';
import { definitionDropped } from './definitionDropped';
import type { SqlPart } from './splitSql';
import type { SqlStep } from './sqlStep';
import type { SqlToken } from './sqlToken';

/** What a statement does, and where its first line stands; 1-based, the end exclusive. */
export interface LocatedOperation {
  readonly operation: Operation;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** What the statements of a file do when all of it is executed, each at its place. */
export function locateSql(
  text: string,
  language: SqlLanguage,
  parse?: StatementParser,
): readonly LocatedOperation[] {
  const parts = new Map<SqlStep, SqlPart>();
  for (const { part, steps } of readParts(text, language, parse))
    for (const step of steps) parts.set(step, part);
  const lines = linesOf(text);
  return stepsDone([...parts.keys()], sqlDialects[language].rollsBackTables).map((step) => {
    const part = parts.get(step)!;
    const tokens = part.kind === 'statement' ? part.tokens : [];
    const operation = step.effect.kind === 'migrate' ? definitionDropped(tokens) : undefined;
    const columns = columnsOf(step.line, tokens, lines);
    return { operation: operation ?? step.effect, line: step.line, ...columns };
  });
}

interface Line {
  /** Where it begins in the text. */
  readonly begin: number;
  /** Without blanks at its end. */
  readonly content: string;
}

function linesOf(text: string): readonly Line[] {
  let next = 0;
  return text.split('\n').map((content) => {
    const begin = next;
    next += content.length + 1;
    return { begin, content: content.trimEnd() };
  });
}

/** Of a statement inside of another, which begins further down, the line. */
function columnsOf(
  line: number,
  tokens: readonly SqlToken[],
  lines: readonly Line[],
): Pick<LocatedOperation, 'column' | 'endColumn'> {
  const { begin, content } = lines[line - 1] ?? { begin: 0, content: '' };
  const own = tokens[0]?.line === line ? tokens.filter((token) => token.line === line) : [];
  const [first] = own;
  if (!first) return { column: content.search(/\S|$/) + 1, endColumn: content.length + 1 };
  const end = Math.min(own.at(-1)!.end - begin, content.length);
  return { column: first.start - begin + 1, endColumn: end + 1 };
}
