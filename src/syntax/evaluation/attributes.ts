import { oneOf, withSteps, type Value, type WorkspaceObject } from './value';

/** An attribute by name, through classes and their bases; `undefined` where there is none. */
export function findAttribute(value: Value, name: string, depth = 0): Value | undefined {
  if (depth > 20) return undefined;
  switch (value.kind) {
    case 'object':
      return findOfObject(value.object, name, depth);
    case 'made':
      return value.attributes.get(name);
    case 'external':
      return { kind: 'external', name: `${value.name}.${name}`, trail: value.trail };
    case 'oneOf': {
      const found = value.options.flatMap((option) => findAttribute(option, name, depth + 1) ?? []);
      return found.length > 0 ? oneOf(found) : undefined;
    }
    case 'scalar':
    case 'list':
    case 'map':
    case 'function':
    case 'unknown':
      return undefined;
  }
}

function findOfObject(object: WorkspaceObject, name: string, depth: number): Value | undefined {
  const own = object.attributes.get(name);
  if (own) return own;
  for (const parent of object.parents) {
    const found = findAttribute(parent, name, depth + 1);
    if (found && found.kind !== 'external') return withSteps(found, parent.trail);
  }
  return undefined;
}
