import type { Node } from 'libpg-query';

/** The tree of one statement; `undefined` where PostgreSQL would refuse it. */
export type ParsePostgres = (statement: string) => Node | undefined;

let parser: Promise<ParsePostgres | undefined> | undefined;

/** PostgreSQL's own parser, loaded at its first use; `undefined` where it cannot be. */
export function loadPostgresParser(): Promise<ParsePostgres | undefined> {
  parser ??= load().catch(() => undefined);
  return parser;
}

async function load(): Promise<ParsePostgres> {
  const { loadModule, parseSync } = await import('libpg-query');
  await loadModule();
  return (statement) => {
    try {
      const { stmts = [] } = parseSync(statement);
      return stmts.length === 1 ? stmts[0]?.stmt : undefined;
    } catch {
      return undefined;
    }
  };
}
