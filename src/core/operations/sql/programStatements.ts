import { migrateEffect, migrateThing, overwriteEffect, rowEffect } from './sqlEffects';
import { selectFunctions } from './selectFunctions';
import { settings } from './objectStatements';
import { unnamed } from './sqlName';
import type { SqlEffect, SqlStep } from './sqlStep';
import { isSymbol } from './sqlToken';
import { stepOf, type StatementReading, type VerbReader } from './statementReading';
import { textOfTokens } from './textOfTokens';
import { TokenCursor } from './tokenCursor';

/** Statements that execute others, or concern the server and its transactions, by their first word. */
export const programVerbs: Readonly<Record<string, VerbReader>> = {
  select: readSelect,
  perform: readSelect,
  explain: readExplain,
  do: readDo,
  prepare: readPrepare,
  execute: readExecute,
  exec: readExecute,
  start: (cursor) => (cursor.word() === 'transaction' ? [{ kind: 'begin' }] : []),
  commit: () => [{ kind: 'commit' }],
  rollback: readRollback,
  abort: () => [{ kind: 'rollback' }],
  savepoint: (cursor) => [{ kind: 'savepoint', name: cursor.name().key }],
  grant: always(migrateEffect('access rights')),
  revoke: always(migrateEffect('access rights')),
  deny: always(migrateEffect('access rights')),
  comment: (cursor) => (cursor.word() === 'on' ? only(migrateEffect('a comment'), cursor) : []),
  reassign: (cursor) => (cursor.take('owned') ? only(migrateEffect('owners'), cursor) : []),
  rename: (cursor) => {
    if (!cursor.take('table')) return [];
    const name = cursor.name();
    return [stepOf(migrateThing('table', name), name, cursor)];
  },
  set: readSet,
  shutdown: always(server('terminate', 'all', 'the server')),
  kill: always(server('terminate', 'one', 'a connection')),
  purge: readPurge,
  reset: (cursor) =>
    cursor.take('master') || cursor.take('binary', 'logs')
      ? only(server('delete', 'all', 'the binary logs'), cursor)
      : [],
  flashback: readRestored,
  restore: readRestored,
  import: (cursor) => {
    if (cursor.take('foreign')) return only(migrateEffect('foreign tables'), cursor);
    const name = cursor.take('into') ? cursor.name() : undefined;
    return name ? [stepOf(rowEffect('insert', 'some', name), name, cursor)] : [];
  },
  remove: readRemove,
  rm: readRemove,
};

function server(kind: SqlEffect['kind'], reach: SqlEffect['reach'], subject: string): SqlEffect {
  return { kind, reach, subject, rule: `sql-${kind}` };
}

function only(effect: SqlEffect, cursor: TokenCursor): readonly SqlStep[] {
  return [stepOf(effect, unnamed, cursor)];
}

function always(effect: SqlEffect): VerbReader {
  return (cursor) => (cursor.isAtEnd && effect.kind === 'migrate' ? [] : only(effect, cursor));
}

/** Functions with effects, and the table that SELECT … INTO makes. */
function readSelect(cursor: TokenCursor, reading: StatementReading): readonly SqlStep[] {
  const tokens = cursor.rest();
  const called = tokens.flatMap((token, at) => {
    const isCall = token.kind === 'word' && isSymbol(tokens[at + 1], '(');
    const effect =
      isCall && Object.hasOwn(selectFunctions, token.word)
        ? selectFunctions[token.word]
        : undefined;
    if (effect !== 'text') return effect ? only(effect, cursor) : [];
    const given = new TokenCursor(tokens.slice(at + 1)).takeParentheses() ?? [];
    const texts = given.filter(({ kind }) => kind === 'string');
    return texts.flatMap(({ text, line }) => reading.readText(text, line));
  });
  return [...called, ...(reading.isInProcedure ? [] : readInto(cursor))];
}

function readInto(cursor: TokenCursor): readonly SqlStep[] {
  if (!cursor.seek('into', 'from', 'where') || !cursor.take('into')) return [];
  const isTemporary = cursor.take('temporary') || cursor.take('temp');
  cursor.skip('unlogged', 'table');
  const isTable = cursor.peek()?.kind === 'word' || cursor.peek()?.kind === 'name';
  if (!isTable || /^(?:outfile|dumpfile)$/.test(cursor.word())) return [];
  const name = cursor.name();
  if (isTemporary) return [{ kind: 'own', name }];
  return [stepOf(migrateThing('table', name), name, cursor)];
}

/** EXPLAIN executes what it explains only where ANALYZE asks for it. */
function readExplain(cursor: TokenCursor, reading: StatementReading): readonly SqlStep[] {
  let isExecuting = false;
  const options = cursor.takeParentheses();
  if (options) {
    const at = options.findIndex(({ word }) => /^analy[sz]e$/.test(word));
    const value = options[at + 1];
    isExecuting = at >= 0 && !/^(?:off|false|0)$/i.test(value?.text ?? '');
  } else
    for (; /^(?:analy[sz]e|verbose)$/.test(cursor.word()); cursor.next())
      isExecuting ||= cursor.word() !== 'verbose';
  return isExecuting ? reading.readStatement(cursor.rest()) : [];
}

/** An anonymous block, in any procedural language: what is no SQL there reads as nothing. */
function readDo(cursor: TokenCursor, reading: StatementReading): readonly SqlStep[] {
  const body = cursor.tokens.find(({ kind }) => kind === 'string');
  return body ? reading.readText(body.text, body.line) : [];
}

/** What is prepared counts as executed. */
function readPrepare(cursor: TokenCursor, reading: StatementReading): readonly SqlStep[] {
  cursor.name();
  cursor.takeParentheses();
  if (cursor.take('as')) return reading.readStatement(cursor.rest());
  if (!cursor.take('from')) return [];
  return reading.readText(textOfTokens(cursor.rest(), reading.texts), cursor.line);
}

const textExecutors =
  /^(?:immediate|sp_executesql|sp_msforeachtable|sp_msforeachdb|format|concat)$/;

function readExecute(cursor: TokenCursor, reading: StatementReading): readonly SqlStep[] {
  const first = cursor.peek();
  const isText =
    reading.isInProcedure ||
    first?.kind === 'string' ||
    isSymbol(first, '(') ||
    textExecutors.test(first?.word ?? '');
  const text = isText ? textOfTokens(cursor.rest(), reading.texts) : '';
  return text === '' ? [] : reading.readText(text, first?.line ?? cursor.line);
}

function readRollback(cursor: TokenCursor): readonly SqlStep[] {
  cursor.skip('work', 'transaction', 'tran', 'and', 'no', 'chain');
  if (!cursor.take('to')) return [{ kind: 'rollback' }];
  cursor.skip('savepoint');
  return [{ kind: 'rollback', to: cursor.name().key }];
}

function readSet(cursor: TokenCursor): readonly SqlStep[] {
  if (cursor.take('global') || cursor.take('persist')) return only(migrateEffect(settings), cursor);
  return cursor.take('password') ? only(migrateEffect('a password'), cursor) : [];
}

function readPurge(cursor: TokenCursor): readonly SqlStep[] {
  if (cursor.take('binary') || cursor.take('master'))
    return only(server('delete', 'some', 'the binary logs'), cursor);
  if (!/^(?:table|index|recyclebin|dba_recyclebin|tablespace)$/.test(cursor.word())) return [];
  return only(server('drop', 'some', 'tables in the recycle bin'), cursor);
}

const readsOnly = /^(?:filelistonly|headeronly|verifyonly|labelonly|rewindonly)$/;

function readRestored(cursor: TokenCursor): readonly SqlStep[] {
  if (cursor.isAtEnd || readsOnly.test(cursor.word())) return [];
  const isDatabase = cursor.take('database');
  cursor.skip('table', 'log');
  const name = cursor.name();
  const effect = overwriteEffect(isDatabase ? 'database' : 'table', name, isDatabase);
  return [stepOf(effect, name, cursor)];
}

/** Files of a stage of Snowflake. */
function readRemove(cursor: TokenCursor): readonly SqlStep[] {
  return cursor.peek()?.text.startsWith('@')
    ? only(server('delete', 'some', 'files of a stage'), cursor)
    : [];
}
