import type { SqlDialect } from './sqlDialect';
import type { SqlName } from './sqlName';
import type { SqlEffect, SqlStep } from './sqlStep';
import type { SqlToken } from './sqlToken';
import type { TokenCursor } from './tokenCursor';

/** What a reader of one verb needs of the reading that it is part of. */
export interface StatementReading {
  readonly dialect: SqlDialect;
  /** Whether the statement is one of a procedure: `SELECT … INTO` fills a variable there. */
  readonly isInProcedure: boolean;
  /** Texts that variables hold, by the name of the variable. */
  readonly texts: Map<string, string>;
  /** Reads a statement that is part of the one at hand. */
  readStatement(tokens: readonly SqlToken[]): readonly SqlStep[];
  /** Reads a text that the statement has executed, and that begins on this line. */
  readText(text: string, line: number): readonly SqlStep[];
}

/** Reads a statement behind its first word. */
export type VerbReader = (cursor: TokenCursor, reading: StatementReading) => readonly SqlStep[];

export function stepOf(
  effect: SqlEffect,
  on: SqlName,
  { line }: { readonly line: number },
): SqlStep {
  return { kind: 'effect', effect, on, line };
}
