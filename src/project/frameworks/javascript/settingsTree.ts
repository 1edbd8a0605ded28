import { unknown, type Value } from '../../../syntax/evaluation/value';

export type SettingsTree = Map<string, Value>;

const deepest = 20;

/** Lays `from` over `into`, group by group; `mark` sees each value that is taken. */
export function layOver(
  into: SettingsTree,
  from: Value | undefined,
  mark: (value: Value) => Value = (value) => value,
  depth = 0,
): void {
  const entries = entriesOf(from);
  if (!entries || depth > deepest) return;
  for (const [name, value] of entries) {
    const inner = entriesOf(value);
    if (!inner) {
      into.set(name, mark(value));
      continue;
    }
    const known = into.get(name);
    const group = new Map(known?.kind === 'map' ? known.entries : []);
    layOver(group, value, mark, depth + 1);
    into.set(name, { kind: 'map', entries: group, trail: [] });
  }
}

/** Puts something else in the place of each value of the tree. */
export function replaceEach(tree: SettingsTree, change: (value: Value) => Value): void {
  for (const [name, value] of tree) {
    if (value.kind !== 'map') tree.set(name, change(value));
    else {
      const group = new Map(value.entries);
      replaceEach(group, change);
      tree.set(name, { ...value, entries: group });
    }
  }
}

function entriesOf(value: Value | undefined): ReadonlyMap<string, Value> | undefined {
  if (value?.kind === 'map') return value.entries;
  return value?.kind === 'object' && value.object.kind === 'module'
    ? value.object.attributes
    : undefined;
}

/** The value at `db.host`; `undefined` where there is none. */
export function valueAt(tree: ReadonlyMap<string, Value>, path: string): Value | undefined {
  if (path === '') return { kind: 'map', entries: new Map(tree), trail: [] };
  const [name = '', ...rest] = path.split('.');
  const found = tree.get(name);
  if (rest.length === 0 || found === undefined) return found;
  if (found.kind === 'unknown') return found;
  return found.kind === 'map' ? valueAt(found.entries, rest.join('.')) : undefined;
}

/** Sets the value at `db.host`, with the groups on the way to it. */
export function setAt(tree: SettingsTree, path: string, value: Value): void {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) return void tree.set(name, value);
  const known = tree.get(name);
  const group = new Map(known?.kind === 'map' ? known.entries : []);
  setAt(group, rest.join('.'), value);
  tree.set(name, { kind: 'map', entries: group, trail: [] });
}

export const notThere = unknown('the configuration has no such key');
