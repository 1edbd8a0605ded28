import { redisReader } from '../../core/operations/redis/redisReader';
import type { StatementReader } from '../../core/operations/statementReader';
import { CodeReader } from '../../syntax/statements/codeReader';
import { sqlStatements } from '../../syntax/sql/sqlStatements';
import type { SyntaxTrees } from '../../syntax/syntaxTrees';

/** A reader for each language that commands carry statements in. */
export function statementReaders(trees: SyntaxTrees): readonly StatementReader[] {
  return [sqlStatements, redisReader, new CodeReader(trees, sqlStatements)];
}
