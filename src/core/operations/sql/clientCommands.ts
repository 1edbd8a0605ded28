import type { Payload } from '../payload';
import { migrateEffect, overwriteEffect, rowEffect } from './sqlEffects';
import type { SqlLanguage } from './sqlDialect';
import { nameOf, unnamed } from './sqlName';
import type { ClientCommand } from './splitSql';
import type { SqlStep } from './sqlStep';
import type { StatementReading } from './statementReading';

const includes = new Set([
  ...['\\i', '\\ir', '\\include', '\\include_relative', '\\.', 'source', '.read', ':r', '@'],
]);

/** The file whose statements a client command executes. */
export function includedBy(
  { name, argument }: ClientCommand,
  language: SqlLanguage,
): readonly Payload[] {
  const path = argument.replace(/;$/, '').trim();
  const isFile = includes.has(name) && path !== '' && !path.startsWith('|');
  return isFile ? [{ language, kind: 'file', path }] : [];
}

/** What a client command does by itself. */
export function stepsOfCommand(
  { name, argument, line }: ClientCommand,
  reading: StatementReading,
): readonly SqlStep[] {
  switch (name) {
    case '\\copy':
      return reading.readText(`copy ${argument}`, line);
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
