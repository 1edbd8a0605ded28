import { oneOf, withSteps, type Value, type WorkspaceObject } from './value';

/** The attribute of an instance that holds what its library's base class made, where code started that by itself. */
export const madeBehind = '[[base]]';

/** Deeper classes come from generated code only. */
const deepestClass = 20;

/** An attribute by name, through classes and their bases; `undefined` where there is none. */
export function findAttribute(value: Value, name: string, depth = 0): Value | undefined {
  if (depth > deepestClass) return undefined;
  switch (value.kind) {
    case 'object':
      return findOfObject(value.object, name, depth);
    case 'made':
      return (
        value.attributes.get(name) ?? (value.type && findAttribute(value.type, name, depth + 1))
      );
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
  for (const parent of ancestorsOf(object)) {
    if (parent.kind === 'external') continue;
    const found =
      parent.kind === 'object'
        ? parent.object.attributes.get(name)
        : findAttribute(parent, name, depth + 1);
    if (found) return withSteps(found, parent.trail);
  }
  return undefined;
}

/**
 * The class of an instance and all bases, in the order in which attributes are looked up: a base that two classes share
 * comes after both of them.
 */
export function ancestorsOf(
  object: WorkspaceObject,
  depth = 0,
  known = new Map<WorkspaceObject, readonly Value[]>(),
): readonly Value[] {
  const before = known.get(object);
  if (before) return before;
  if (depth > deepestClass) return [];
  const all = object.parents.flatMap((parent) =>
    parent.kind === 'object'
      ? [
          parent,
          ...ancestorsOf(parent.object, depth + 1, known).map((ancestor) =>
            withSteps(ancestor, parent.trail),
          ),
        ]
      : [parent],
  );
  const lastAt = new Map(all.map((ancestor, index) => [identityOf(ancestor), index]));
  const order = all.filter((ancestor, index) => lastAt.get(identityOf(ancestor)) === index);
  known.set(object, order);
  return order;
}

function identityOf(value: Value): unknown {
  if (value.kind === 'object') return value.object;
  return value.kind === 'external' ? value.name : value;
}
