import { ancestorsOf } from '../../../syntax/evaluation/attributes';
import type { Value } from '../../../syntax/evaluation/value';

/** What `find` gives for a class by itself, or else for the nearest of its bases. */
export function inheritedBy(
  type: Value,
  find: (type: Value) => Value | undefined,
): Value | undefined {
  if (type.kind !== 'object') return undefined;
  for (const one of [type, ...ancestorsOf(type.object)]) {
    const found = find(one);
    if (found) return found;
  }
  return undefined;
}

export function ownAttribute(type: Value, name: string): Value | undefined {
  return type.kind === 'object' ? type.object.attributes.get(name) : undefined;
}
