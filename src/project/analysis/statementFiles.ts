import type { CodeFinding } from '../../core/findings/codeFinding';
import { findInSql } from '../../syntax/analysis/sqlFiles';

interface StatementFile {
  readonly name: RegExp;
  readonly find: (text: string) => Promise<readonly CodeFinding[]>;
}

/** Files whose statements speak for themselves: what their names stand for needs no other file. */
export const statementFiles: readonly StatementFile[] = [
  { name: /\.(?:sql|psql|pgsql)$/i, find: (text) => findInSql(text) },
];
