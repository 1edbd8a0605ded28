import type { Payload } from '../payload';
import { migrateEffect, overwriteEffect, rowEffect } from './sqlEffects';
import type { SqlLanguage } from './sqlDialect';
import { nameOf, unnamed } from './sqlName';
import type { ClientCommand } from './splitSql';
import type { SqlStep } from './sqlStep';
import type { StatementReading } from './statementReading';

/** Commands that execute a file, and whether its path counts from the file that they are in. */
const includes: ReadonlyMap<string, boolean> = new Map([
  ['\\i', false],
  ['\\include', false],
  ['\\ir', true],
  ['\\include_relative', true],
  ['\\.', false],
  ['source', false],
  ['.read', false],
  [':r', false],
  ['@', false],
  ['@@', true],
]);

/** The file whose statements a client command executes. */
export function includedBy(
  { name, argument }: ClientCommand,
  language: SqlLanguage,
): readonly Payload[] {
  const path = argument.replace(/;$/, '').trim();
  const isBeside = includes.get(name);
  if (isBeside === undefined || path === '' || path.startsWith('|')) return [];
  return [{ language, kind: 'file', path, ...(isBeside ? { isBeside } : {}) }];
}

/** What the client connects to from here on: psql's `\c`, which alone only tells where it is. */
export function movedTo(
  { name, argument }: ClientCommand,
  language: SqlLanguage,
): string | undefined {
  const isMove = language === 'postgresql' && (name === '\\c' || name === '\\connect');
  return isMove && argument !== '' ? argument : undefined;
}

/** What a client command does by itself. */
export function stepsOfCommand(
  command: ClientCommand,
  reading: StatementReading,
): readonly SqlStep[] {
  const { name, argument, line } = command;
  const to = movedTo(command, reading.dialect.language);
  if (to !== undefined) return [{ kind: 'connect', to }];
  switch (name) {
    case '\\copy':
      return reading.readText(`copy ${argument}`, line);
    case '\\lo_unlink':
      return reading.readText('select lo_unlink(0)', line);
    case '.import': {
      const table = nameOf([argument.split(/\s+/).at(-1) ?? '']);
      return [{ kind: 'effect', effect: rowEffect('insert', 'some', table), on: table, line }];
    }
    case '.restore': {
      const effect = overwriteEffect('database', unnamed, true);
      return [{ kind: 'effect', effect, on: unnamed, line }];
    }
    case '.drop':
      return [{ kind: 'effect', effect: migrateEffect('the schema'), on: unnamed, line }];
    default:
      return [];
  }
}
