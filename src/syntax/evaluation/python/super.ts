import type { Origin } from '../../../core/environment/setting';
import { ancestorsOf, madeBehind } from '../attributes';
import { unknown, type CallArguments, type Value } from '../value';
import type { Evaluator } from './evaluator';
import { externalBase } from './externalBase';
import type { Scope } from './scope';

/** `super()`: what the classes after the one that holds the method give, called on the same object. */
export function superOf({ positional }: CallArguments, scope: Scope): Value {
  const { owner, self } = scope.method ?? {};
  const [holder = owner, object = self] = positional;
  const type = object && classOf(object);
  if (holder?.kind !== 'object' || type?.kind !== 'object')
    return unknown('super() is not followed here');
  const order = [type, ...ancestorsOf(type.object)];
  const at = order.findIndex((one) => one.kind === 'object' && one.object === holder.object);
  if (at < 0) return unknown('super() is not followed here');
  const { name, origin } = holder.object;
  return {
    kind: 'object',
    object: {
      kind: 'instance',
      name,
      origin,
      attributes: new Map(),
      parents: order.slice(at + 1),
      ...(object ? { self: object } : {}),
    },
    trail: [],
  };
}

/** What a method that is found on `receiver` is called on. */
export function selfOf(receiver: Value): Value {
  return (receiver.kind === 'object' ? receiver.object.self : undefined) ?? receiver;
}

export function classOf(value: Value): Value | undefined {
  if (value.kind === 'made') return value.type;
  if (value.kind !== 'object') return undefined;
  return value.object.kind === 'class' ? value : value.object.parents[0];
}

export interface MethodCall {
  readonly name: string;
  readonly args: CallArguments;
  readonly origin: Origin;
  readonly scope: Scope;
}

/** A method that only the library's base class has. What its `__init__` makes stands behind the object from then on. */
export function callBase(
  evaluator: Evaluator,
  receiver: Value,
  { name, args, origin, scope }: MethodCall,
): Value | undefined {
  const self = receiver.kind === 'object' ? receiver.object.self : undefined;
  const base = self && externalBase(receiver);
  if (!base) return undefined;
  if (name !== '__init__') {
    const method = { ...base, name: `${base.name}().${name}` };
    return evaluator.call(method, { ...args, self }, origin, scope);
  }
  const made = evaluator.call(base, args, origin, scope);
  if (self.kind === 'object') evaluator.memory.set(self.object.attributes, madeBehind, made);
  return made;
}
