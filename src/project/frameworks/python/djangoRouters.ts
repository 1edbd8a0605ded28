import { findAttribute } from '../../../syntax/evaluation/attributes';
import { textOf, type Value } from '../../../syntax/evaluation/value';
import type { LibraryCall } from '../libraryCall';

/** The call that stands for the routers of a program: each is an argument, in their order. */
export const routersMaker = 'django.db.ConnectionRouter';

/** Django 5.2 `db/utils.py`: an entry of DATABASE_ROUTERS is the dotted name of a class, or a router itself. */
export function loadRouters(call: LibraryCall, settings: Value | undefined): void {
  if (!settings) return;
  const given = findAttribute(settings, 'DATABASE_ROUTERS');
  const entries = given?.kind === 'list' ? given.items : given ? [given] : [];
  const positional = entries.map((entry) => routerOf(call, entry));
  call.make(routersMaker, { positional, named: new Map() });
}

function routerOf(call: LibraryCall, entry: Value): Value {
  const name = textOf(entry);
  const type = name === undefined ? entry : call.importName(name);
  if (type?.kind !== 'object' || type.object.kind !== 'class') return type ?? entry;
  const attributes = new Map<string, Value>();
  const object = { ...type.object, kind: 'instance', attributes, parents: [type] } as const;
  return { kind: 'object', object, trail: entry.trail };
}
