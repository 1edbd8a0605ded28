import { ancestorsOf } from '../attributes';
import type { CallArguments, Value } from '../value';
import type { Evaluator } from './evaluator';

/** Names that a class and its bases declare with a type, the bases first. */
export function fieldsOf(type: Value): string[] {
  if (type.kind !== 'object') return [];
  const classes = [type, ...ancestorsOf(type.object)].reverse();
  const names = classes.flatMap((one) => {
    const own = one.kind === 'object' ? one.object.attributes.get('__annotations__') : undefined;
    return own?.kind === 'map' ? [...own.entries.keys()] : [];
  });
  return [...new Set(names)];
}

/** A class without `__init__` takes arguments only where something makes one of its fields, as `dataclass` does. */
export function setFields(
  evaluator: Evaluator,
  self: Value,
  type: Value,
  { positional, named }: CallArguments,
): void {
  if (self.kind !== 'object') return;
  for (const [index, name] of fieldsOf(type).entries()) {
    const given = named.get(name) ?? positional[index];
    if (given) evaluator.memory.set(self.object.attributes, name, evaluator.marked(given));
  }
}
