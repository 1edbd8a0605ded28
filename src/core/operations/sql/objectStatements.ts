import { dataHolders, objectKinds } from './sqlObjects';
import {
  dropEffect,
  dropOf,
  dropPartEffect,
  migrateEffect,
  migrateThing,
  overwriteEffect,
  rowEffect,
  truncateEffect,
} from './sqlEffects';
import { reachOfCondition } from './condition';
import { readCondition } from './readCondition';
import { unnamed, type SqlName } from './sqlName';
import type { SqlStep } from './sqlStep';
import { depthChange, isSymbol, type SqlToken } from './sqlToken';
import { stepOf, type StatementReading, type VerbReader } from './statementReading';
import { TokenCursor } from './tokenCursor';

/** Statements that change what there is, by their first word. */
export const objectVerbs: Readonly<Record<string, VerbReader>> = {
  create: readCreate,
  drop: readDrop,
  alter: readAlter,
  truncate: readTruncate,
};

function takeKind(cursor: TokenCursor): string | undefined {
  return objectKinds
    .get(cursor.word())
    ?.find((words) => cursor.take(...words))
    ?.join(' ');
}

function takeNames(cursor: TokenCursor): readonly SqlName[] {
  const names: SqlName[] = [];
  do {
    cursor.skip('only');
    names.push(cursor.name());
    cursor.takeSymbol('*');
  } while (cursor.takeSymbol(',') && !cursor.isAtEnd);
  return names;
}

function readDrop(cursor: TokenCursor, reading: StatementReading): readonly SqlStep[] {
  if (cursor.take('owned', 'by')) return [dropOwned(cursor)];
  const kind = takeKind(cursor);
  if (kind === undefined) return [];
  cursor.skip('concurrently');
  cursor.skipIfExists();
  cursor.skip('from');
  const names = takeNames(cursor);
  const effect = dropOf(kind, cursor.seek('cascade'), reading.dialect);
  return effect ? names.map((name) => stepOf(effect(name), name, cursor)) : [];
}

function dropOwned(cursor: TokenCursor): SqlStep {
  const owner = cursor.name();
  const what = { what: 'table', name: unnamed, isCascading: false };
  const subject = `everything that ${owner.text || 'a role'} owns`;
  return stepOf({ ...dropEffect(what), subject, rule: 'sql-drop-owned' }, unnamed, cursor);
}

function readTruncate(cursor: TokenCursor): readonly SqlStep[] {
  if (isSymbol(cursor.peek(), '(')) return [];
  if (cursor.take('database') || cursor.take('all', 'tables', 'from')) {
    cursor.skipIfExists();
    const name = cursor.name();
    const effect = truncateEffect(name, false);
    const subject = name.text ? `the database ${name.text}` : 'a database';
    return [stepOf({ ...effect, subject, takesAll: true }, name, cursor)];
  }
  cursor.skip('table');
  cursor.skipIfExists();
  if (cursor.isAtEnd) return [];
  const names = takeNames(cursor);
  const cascades = cursor.seek('cascade');
  return names.map((name) => stepOf(truncateEffect(name, cascades), name, cursor));
}

const createModifiers =
  'or replace alter unique global local unlogged recursive virtual trusted transient secure clustered nonclustered fulltext spatial bitmap constraint definer public'.split(
    ' ',
  );

function readCreate(cursor: TokenCursor): readonly SqlStep[] {
  const isReplacing = cursor.word() === 'or' && cursor.word(1) === 'replace';
  let isTemporary = false;
  for (;;) {
    if (cursor.take('temporary') || cursor.take('temp')) isTemporary = true;
    else if (createModifiers.includes(cursor.word())) cursor.next();
    else break;
  }
  if (!takesDefinition(cursor)) return [];
  const kind = takeKind(cursor);
  if (kind === undefined) return [];
  cursor.skip('concurrently');
  cursor.skipIfExists();
  const name = cursor.word() === 'on' ? unnamed : cursor.name();
  if (isTemporary) return [{ kind: 'own', name }];
  const holder = dataHolders[kind];
  if (isReplacing && holder && !holder.onlyCascading)
    return [stepOf(overwriteEffect(holder.what, name, holder.takesAll ?? false), name, cursor)];
  return [stepOf(migrateThing(kind, name), name, cursor)];
}

/** `CREATE DEFINER = a@b PROCEDURE`: on to the kind of thing that is created. */
function takesDefinition(cursor: TokenCursor): boolean {
  for (let skipped = 0; skipped < 12 && !cursor.isAtEnd; skipped++) {
    if (objectKinds.has(cursor.word())) return true;
    cursor.next();
  }
  return false;
}

function readAlter(cursor: TokenCursor): readonly SqlStep[] {
  if (cursor.take('session')) return [];
  if (cursor.take('system')) return [stepOf(migrateEffect(settings), unnamed, cursor)];
  if (cursor.take('default', 'privileges'))
    return [stepOf(migrateEffect('access rights'), unnamed, cursor)];
  const kind = takeKind(cursor);
  if (kind === undefined) return [];
  cursor.skipIfExists();
  cursor.skip('only');
  const name = cursor.name();
  if (cursor.take('on', 'cluster')) cursor.next();
  const changes = kind === 'table' ? alterTable(cursor, name) : [];
  if (changes.length > 0) return changes;
  return cursor.isAtEnd ? [] : [stepOf(migrateThing(kind, name), name, cursor)];
}

export const settings = 'the settings of the server';

/** What the parts of an ALTER TABLE take away; nothing where they only change the table. */
function alterTable(cursor: TokenCursor, table: SqlName): readonly SqlStep[] {
  return actionsOf(cursor.rest()).flatMap((tokens) => {
    const action = new TokenCursor(tokens);
    if (action.take('drop')) return readDropPart(action, table, cursor);
    if (action.take('truncate', 'partition') || action.take('clear', 'column'))
      return [stepOf(dropPartEffect(partKind(tokens), action.name(), table), table, cursor)];
    if (action.take('delete') || action.take('update')) return rowsOfPart(action, table, cursor);
    return [];
  });
}

function partKind(tokens: readonly SqlToken[]): 'column' | 'partition' {
  return tokens[1]?.word === 'partition' ? 'partition' : 'column';
}

/** The DELETE and UPDATE that ClickHouse has in ALTER TABLE. */
function rowsOfPart(action: TokenCursor, table: SqlName, cursor: TokenCursor): readonly SqlStep[] {
  const kind = action.tokens[0]!.word === 'delete' ? 'delete' : 'update';
  if (!action.seek('where')) return [];
  action.next();
  const reach = reachOfCondition(readCondition(action.rest()), table);
  return reach === 'none' ? [] : [stepOf(rowEffect(kind, reach, table), table, cursor)];
}

const definitionsOfTables =
  /^(?:constraint|index|key|primary|foreign|check|default|unique|period|projection|statistics|not|identity|expression|system|supplemental|tag)$/;

function readDropPart(
  action: TokenCursor,
  table: SqlName,
  cursor: TokenCursor,
): readonly SqlStep[] {
  if (definitionsOfTables.test(action.word())) return [];
  const isPartition = action.take('partition') || action.take('subpartition');
  action.skip('column');
  action.skipIfExists();
  const listed = action.takeParentheses();
  const names = takeNames(listed && !isPartition ? new TokenCursor(listed) : action);
  const what = isPartition ? 'partition' : 'column';
  return names.map((name) => stepOf(dropPartEffect(what, name, table), table, cursor));
}

function actionsOf(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const actions: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += depthChange(token);
    if (depth === 0 && isSymbol(token, ',')) actions.push([]);
    else actions.at(-1)!.push(token);
  }
  return actions;
}
