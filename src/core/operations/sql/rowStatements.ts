import type { Reach } from '../operation';
import { reachOfCondition } from './condition';
import { readCondition } from './readCondition';
import { overwriteEffect, replaceEffect, rowEffect } from './sqlEffects';
import type { SqlName } from './sqlName';
import type { SqlStep } from './sqlStep';
import { isSymbol, type SqlToken } from './sqlToken';
import { stepOf, type StatementReading, type VerbReader } from './statementReading';
import { TokenCursor } from './tokenCursor';

/** Statements that change rows, by their first word. */
export const rowVerbs: Readonly<Record<string, VerbReader>> = {
  delete: readDelete,
  update: readUpdate,
  insert: readInsert,
  upsert: readInsert,
  replace: readReplace,
  merge: readMerge,
  copy: readCopy,
  load: (cursor) => (cursor.word() === 'data' ? readLoad(cursor) : []),
};

function readDelete(cursor: TokenCursor, { dialect }: StatementReading): readonly SqlStep[] {
  cursor.skip('low_priority', 'quick', 'ignore');
  const limit = readTop(cursor);
  const hasFrom = cursor.take('from');
  cursor.skip('only');
  if (cursor.isAtEnd || (!hasFrom && dialect.language === 'postgresql')) return [];
  const named = cursor.name();
  while (cursor.takeSymbol(',')) cursor.name();
  if (!hasFrom && !/^(?:|where|from|output|limit|as|inner|left|join)$/.test(wordOrEnd(cursor)))
    return [];
  const table = hasFrom ? named : tableBehind(cursor, named);
  return rowStep('delete', table, cursor, limit);
}

function wordOrEnd(cursor: TokenCursor): string {
  return cursor.isAtEnd ? '' : cursor.word() || '?';
}

function readUpdate(cursor: TokenCursor): readonly SqlStep[] {
  cursor.skip('low_priority', 'ignore');
  const limit = readTop(cursor);
  if (cursor.take('or')) cursor.next();
  cursor.skip('only');
  const named = cursor.name();
  const isJoined = hasJoin(cursor);
  if (!cursor.seek('set')) return [];
  const table = aliasedTable(new TokenCursor(cursor.rest()), named) ?? named;
  return rowStep('update', table, cursor, isJoined ? 'some' : limit);
}

function rowStep(
  kind: 'delete' | 'update',
  table: SqlName,
  cursor: TokenCursor,
  limit: Reach,
): readonly SqlStep[] {
  const reach = reachOfRest(cursor, table, limit);
  return reach === 'none' ? [] : [stepOf(rowEffect(kind, reach, table), table, cursor)];
}

/** `DELETE a FROM players a JOIN …` is about players, and the DELETE of Cassandra names columns first. */
function tableBehind(cursor: TokenCursor, named: SqlName): SqlName {
  const ahead = new TokenCursor(cursor.rest());
  const aliased = aliasedTable(ahead, named);
  if (aliased || hasJoin(cursor) || !cursor.take('from')) return aliased ?? named;
  return cursor.name();
}

/** The table that FROM gives this name to. */
function aliasedTable(cursor: TokenCursor, alias: SqlName): SqlName | undefined {
  if (!cursor.seek('from')) return undefined;
  cursor.next();
  const table = cursor.name();
  cursor.skip('as');
  return cursor.word() === alias.key ? table : undefined;
}

function hasJoin(cursor: TokenCursor): boolean {
  return new TokenCursor(cursor.rest()).seek('join');
}

/** `TOP (10)` of SQL Server. */
function readTop(cursor: TokenCursor): Reach {
  if (!cursor.take('top')) return 'all';
  const [count] = cursor.takeParentheses() ?? [cursor.next()];
  cursor.skip('percent');
  return count?.text === '1' ? 'one' : 'some';
}

/** From WHERE and LIMIT; without them a join may leave rows out, and nothing else does. */
function reachOfRest(cursor: TokenCursor, table: SqlName, limit: Reach): Reach | 'none' {
  const widest = hasJoin(cursor) && limit === 'all' ? 'some' : limit;
  const count = new TokenCursor(cursor.rest());
  const isLimited = count.seek('limit', 'fetch') && count.next() && count.next()?.text;
  const most = isLimited ? (isLimited === '1' ? 'one' : 'some') : widest;
  if (!cursor.seek('where')) return most;
  cursor.next();
  const found = reachOfCondition(readCondition(untilEnd(cursor)), table);
  return found === 'all' ? most : found === 'some' && most === 'one' ? 'one' : found;
}

function untilEnd(cursor: TokenCursor): readonly SqlToken[] {
  const rest = cursor.rest();
  const ends = ['returning', 'limit', 'order', 'option', 'allow', 'settings', 'output', 'fetch'];
  const behind = new TokenCursor(rest);
  return behind.seek(...ends) ? rest.slice(0, rest.length - behind.rest().length) : rest;
}

function readInsert(cursor: TokenCursor): readonly SqlStep[] {
  const isReplacing = cursor.take('or', 'replace');
  if (!isReplacing && cursor.take('or')) cursor.next();
  cursor.skip('low_priority', 'delayed', 'high_priority', 'ignore', 'all', 'first');
  const isOverwriting = cursor.take('overwrite');
  const isInsert = cursor.take('into') || isOverwriting;
  if (!isInsert && wordOrEnd(cursor) === '') return [];
  cursor.skip('into', 'table', 'function');
  const table = cursor.name();
  if (isOverwriting) return [stepOf(overwriteEffect('table', table, false), table, cursor)];
  const reach = reachOfValues(cursor);
  const effect = isReplacing ? replaceEffect(reach, table) : rowEffect('insert', reach, table);
  return [stepOf(effect, table, cursor)];
}

function readReplace(cursor: TokenCursor): readonly SqlStep[] {
  cursor.skip('low_priority', 'delayed');
  const isInto = cursor.take('into');
  if (!isInto && cursor.peek(1)?.word !== 'values' && cursor.peek(1)?.word !== 'set') return [];
  const table = cursor.name();
  return [stepOf(replaceEffect(reachOfValues(cursor), table), table, cursor)];
}

function reachOfValues(cursor: TokenCursor): Reach {
  if (!cursor.seek('values', 'value', 'set', 'select')) return 'some';
  const verb = cursor.next()!.word;
  if (verb === 'select') return 'some';
  cursor.takeParentheses();
  return verb !== 'set' && isSymbol(cursor.peek(), ',') ? 'some' : 'one';
}

function readMerge(cursor: TokenCursor): readonly SqlStep[] {
  cursor.skip('into');
  readTop(cursor);
  const table = cursor.name();
  const kinds = new Set<'delete' | 'update' | 'insert'>();
  while (cursor.seek('then')) {
    cursor.next();
    const word = cursor.word();
    if (word === 'delete' || word === 'update' || word === 'insert') kinds.add(word);
  }
  return [...kinds].map((kind) => stepOf(rowEffect(kind, 'some', table), table, cursor));
}

/** Only what is copied into a table changes it; a query in parentheses may change rows by itself. */
function readCopy(cursor: TokenCursor, reading: StatementReading): readonly SqlStep[] {
  const query = cursor.takeParentheses();
  if (query) return reading.readStatement(query);
  const isInto = cursor.take('into');
  const isTable = cursor.peek()?.kind === 'word' || cursor.peek()?.kind === 'name';
  const table = cursor.name();
  if (!isTable || !cursor.seek('from', 'to') || (!isInto && cursor.word() === 'to')) return [];
  return [stepOf(rowEffect('insert', 'some', table), table, cursor)];
}

function readLoad(cursor: TokenCursor): readonly SqlStep[] {
  if (!cursor.seek('table')) return [];
  cursor.next();
  const table = cursor.name();
  return [stepOf(rowEffect('insert', 'some', table), table, cursor)];
}
