import type { PayloadLanguage } from '../../core/operations/payload';
import type { Operation } from '../../core/operations/operation';
import { readSql, type StatementParser } from '../../core/operations/sql/readSql';
import { sqlReader } from '../../core/operations/sql/sqlReader';
import type { StatementReader } from '../../core/operations/statementReader';
import { loadPostgresParser, type ParsePostgres } from './postgresParser';
import { stepsOfTree } from './treeSteps';

/** What the parser is given of one text: the statements of a dump are simple. */
const mostStatements = 500;
const mostCharacters = 200_000;
const mostOfStatement = 50_000;

/** Texts without these do nothing that the parser would tell. */
const telling =
  /\b(?:delete|update|insert|merge|truncate|drop|alter|into|explain|dblink\w*|lo_\w+|pg_\w+|run_command\w*)\b/i;

/** Reads SQL: with PostgreSQL's own parser where that understands a statement, else by its tokens. */
export const sqlStatements: StatementReader = {
  ...sqlReader,
  async read(text: string, language: PayloadLanguage): Promise<readonly Operation[]> {
    const parse = await statementParser(text, language);
    return parse ? readSql(text, 'postgresql', parse) : sqlReader.read(text, language);
  },
};

/** What reads the statements of a text better than their tokens, where there is such and it is worth its time. */
export async function statementParser(
  text: string,
  language: PayloadLanguage,
): Promise<StatementParser | undefined> {
  const isWorthwhile = language === 'postgresql' && telling.test(text);
  const parse = isWorthwhile ? await loadPostgresParser() : undefined;
  return parse && parserOf(parse);
}

function parserOf(parse: ParsePostgres): StatementParser {
  let statements = mostStatements;
  let characters = mostCharacters;
  return (text, { tokens }, reading) => {
    const start = tokens[0]?.start ?? 0;
    const length = (tokens.at(-1)?.end ?? 0) - start;
    if (statements <= 0 || length > Math.min(characters, mostOfStatement)) return undefined;
    statements--;
    characters -= length;
    const tree = parse(text.slice(start, start + length));
    return tree && stepsOfTree(tree, { reading, line: tokens[0]?.line ?? 1 });
  };
}
