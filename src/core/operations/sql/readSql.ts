import type { Operation } from '../operation';
import type { Payload } from '../payload';
import { includedBy, movedTo } from './clientCommands';
import { gatherOperations } from './gatherOperations';
import { splitSql, type SqlPart, type SqlStatement } from './splitSql';
import { sqlDialects, type SqlLanguage } from './sqlDialect';
import { SqlReading } from './sqlReading';
import type { SqlStep } from './sqlStep';
import type { StatementReading } from './statementReading';

/** Reads a statement better than its tokens can; `undefined` where it does not understand it. */
export type StatementParser = (
  text: string,
  statement: SqlStatement,
  reading: StatementReading,
) => readonly SqlStep[] | undefined;

/** Nothing longer is written by hand. */
const mostCharacters = 16_000_000;

/** What the statements of a text would do to data. */
export function readSql(
  text: string,
  language: SqlLanguage,
  parse?: StatementParser,
): readonly Operation[] {
  const steps: SqlStep[] = [];
  for (const read of readParts(text, language, parse))
    for (const step of read.steps) steps.push(step);
  return gatherOperations(steps, sqlDialects[language].rollsBackTables);
}

/** The statements of a text with what each does by itself. */
export function* readParts(
  text: string,
  language: SqlLanguage,
  parse?: StatementParser,
): Generator<{ readonly part: SqlPart; readonly steps: readonly SqlStep[] }> {
  const dialect = sqlDialects[language];
  const reading = new SqlReading(dialect);
  for (const part of splitSql(text.slice(0, mostCharacters), dialect)) {
    const isParsed = part.kind === 'statement' && !part.isGenerator;
    const parsed = isParsed ? parse?.(text, part, reading) : undefined;
    yield { part, steps: parsed ?? reading.readPart(part) };
  }
}

/** The files that a text has its client read: `\i x.sql`. */
export function findIncludedSql(text: string, language: SqlLanguage): readonly Payload[] {
  if (!/^[^\S\n]*(?:\\[i.]|source|\.read|:r|@)/im.test(text)) return [];
  const found: Payload[] = [];
  const moves: string[] = [];
  for (const part of splitSql(text.slice(0, mostCharacters), sqlDialects[language])) {
    if (part.kind !== 'command') continue;
    const to = movedTo(part, language);
    if (to !== undefined) moves.push(to);
    const moved = moves.length > 0 ? { moves: [...moves] } : {};
    found.push(...includedBy(part, language).map((payload) => ({ ...payload, ...moved })));
  }
  return found;
}
