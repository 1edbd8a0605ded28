import { redisReader } from '../../core/operations/redis/redisReader';
import { sqlReader } from '../../core/operations/sql/sqlReader';
import type { StatementReader } from '../../core/operations/statementReader';
import { CodeReader } from '../../syntax/statements/codeReader';
import type { SyntaxTrees } from '../../syntax/syntaxTrees';

/** A reader for each language that commands carry statements in. */
export function statementReaders(trees: SyntaxTrees): readonly StatementReader[] {
  return [sqlReader, redisReader, new CodeReader(trees, sqlReader)];
}
