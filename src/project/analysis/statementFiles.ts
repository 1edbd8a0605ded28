import type { CodeFinding } from '../../core/findings/codeFinding';
import { findInSql } from '../../syntax/analysis/sqlFiles';
import type { SyntaxTrees } from '../../syntax/syntaxTrees';
import { findInShell } from './shellFiles';

interface StatementFile {
  readonly name: RegExp;
  readonly find: (
    path: string,
    text: string,
    trees: SyntaxTrees,
  ) => Promise<readonly CodeFinding[]>;
}

/** Files whose statements speak for themselves: what their names stand for needs no other file. */
export const statementFiles: readonly StatementFile[] = [
  { name: /\.(?:sql|psql|pgsql)$/i, find: (_, text) => findInSql(text) },
  { name: /(?:\.(?:sh|bash|zsh|ksh)|(?:^|\/)[\w-]+)$/, find: findInShell },
];
