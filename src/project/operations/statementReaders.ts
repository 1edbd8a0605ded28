import type { StatementReader } from '../../core/operations/statementReader';
import { sqlReader } from '../../core/operations/sql/sqlReader';
import type { SyntaxTrees } from '../../syntax/syntaxTrees';

/** A reader for each language that commands carry statements in. */
export function statementReaders(_trees: SyntaxTrees): readonly StatementReader[] {
  return [sqlReader];
}
