import type { CodeFinding } from '../../core/findings/codeFinding';
import { bypassesIn } from '../../syntax/analysis/bypassesIn';
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

/** Where commands and variables are written down that are no scripts for a shell. */
const kept =
  /(?:^|\/)(?:package\.json|[^/]+\.ya?ml|(?:[\w.-]*\.)?Dockerfile[\w.-]*|Makefile|Procfile[\w.-]*|\.env[\w.-]*)$/;

/** Files whose statements speak for themselves: what their names stand for needs no other file. */
export const statementFiles: readonly StatementFile[] = [
  { name: /\.(?:sql|psql|pgsql)$/i, find: (_, text) => findInSql(text) },
  { name: kept, find: async (path, text) => bypassesIn(path, text) },
  {
    name: /(?:\.(?:sh|bash|zsh|ksh)|(?:^|\/)[\w-]+)$/,
    find: async (path, text, trees) => [
      ...bypassesIn(path, text),
      ...(await findInShell(path, text, trees)),
    ],
  },
];
