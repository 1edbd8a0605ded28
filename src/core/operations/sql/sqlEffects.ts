import type { OperationKind, Reach } from '../operation';
import type { SqlDialect } from './sqlDialect';
import type { SqlName } from './sqlName';
import { dataHolders } from './sqlObjects';
import type { SqlEffect } from './sqlStep';

const reachWords: Readonly<Record<Reach, string>> = {
  one: 'one row of',
  some: 'rows of',
  all: 'every row of',
};

function rows(reach: Reach, table: SqlName): string {
  return `${reachWords[reach]} ${table.text || 'a table'}`;
}

/** A name that only the running program knows is left out. */
function thing(what: string, { text }: SqlName): string {
  const article = /^[aeio]/.test(what) ? 'an' : 'a';
  return text ? `the ${what} ${text}` : `${article} ${what}`;
}

export function rowEffect(
  kind: Extract<OperationKind, 'delete' | 'update' | 'insert'>,
  reach: Reach,
  table: SqlName,
): SqlEffect {
  return { kind, reach, subject: rows(reach, table), rule: `sql-${kind}` };
}

/** Rows that a statement puts in the place of others with the same key. */
export function replaceEffect(reach: Reach, table: SqlName): SqlEffect {
  return { kind: 'update', reach, subject: rows(reach, table), rule: 'sql-replace' };
}

export function truncateEffect(table: SqlName, isCascading: boolean): SqlEffect {
  const subject = thing('table', table) + (isCascading ? ' and those that refer to it' : '');
  return { kind: 'truncate', reach: 'all', subject, rule: 'sql-truncate' };
}

export interface Dropped {
  /** `table`, `materialized view`. */
  readonly what: string;
  readonly name: SqlName;
  readonly isCascading: boolean;
  readonly takesAll?: boolean;
}

export function dropEffect({ what, name, isCascading, takesAll }: Dropped): SqlEffect {
  return {
    kind: 'drop',
    reach: 'all',
    subject: thing(what, name) + (isCascading ? ' and what depends on it' : ''),
    rule: `sql-drop-${what.replaceAll(' ', '-')}`,
    ...(takesAll ? { takesAll: true } : {}),
  };
}

/** What dropping does by the kind of thing; `undefined` for what ends with the session anyway. */
export function dropOf(
  kind: string,
  isCascading: boolean,
  { schemaIsDatabase }: SqlDialect,
): ((name: SqlName) => SqlEffect) | undefined {
  const holder = dataHolders[kind];
  if (holder?.isTemporary) return undefined;
  if (!holder || (holder.onlyCascading && !isCascading)) return (name) => migrateThing(kind, name);
  // Everything is in the schema `public`, unless a project takes care to use others.
  const isWhole = ({ key }: SqlName): boolean =>
    schemaIsDatabase || (key === 'public' && isCascading);
  return (name) => {
    const takesAll = holder.takesAll ?? (kind === 'schema' && isWhole(name));
    return dropEffect({ what: holder.what, name, isCascading, takesAll });
  };
}

/** A part of a table, with all that is in it. */
export function dropPartEffect(
  what: 'column' | 'partition',
  part: SqlName,
  of: SqlName,
): SqlEffect {
  const subject = `${thing(what, part)} of ${of.text || 'a table'}`;
  return { kind: 'drop', reach: 'some', subject, rule: `sql-drop-${what}` };
}

export function overwriteEffect(what: string, name: SqlName, takesAll: boolean): SqlEffect {
  const subject = thing(what, name);
  const all = takesAll ? { takesAll: true as const } : {};
  return { kind: 'overwrite', reach: 'all', subject, rule: 'sql-overwrite', ...all };
}

/** A change of the schema, of rights or of settings that takes no data away. */
export function migrateEffect(subject: string): SqlEffect {
  return { kind: 'migrate', reach: 'some', subject, rule: 'sql-migrate' };
}

export function migrateThing(what: string, name: SqlName): SqlEffect {
  return migrateEffect(thing(what, name));
}
