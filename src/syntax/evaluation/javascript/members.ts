import type { Origin } from '../../../core/environment/setting';
import { findAttribute, madeBehind } from '../attributes';
import {
  external,
  oneOf,
  scalar,
  textOf,
  unknown,
  variablesOf,
  withSteps,
  type Value,
} from '../value';
import type { Evaluator } from './evaluator';
import { urlMember } from './urls';
import { isEnvironment, readVariable } from './variables';

/** `receiver.name`. */
export function member(evaluator: Evaluator, receiver: Value, name: string, origin: Origin): Value {
  switch (receiver.kind) {
    case 'unknown':
      return receiver;
    case 'oneOf':
      return oneOf(receiver.options.map((option) => member(evaluator, option, name, origin)));
    case 'map':
      return withSteps(entryOf(evaluator, receiver, name, origin), receiver.trail);
    case 'external':
      return externalMember(evaluator, receiver, name, origin);
    case 'object':
    case 'made':
      return attributeOf(evaluator, receiver, name, origin);
    case 'list':
      if (name === 'length') return scalar(receiver.items.length, receiver.trail);
      return itemAt(receiver.items, Number(name)) ?? unknown(`'${name}' is not found`);
    case 'scalar':
      return memberOfScalar(receiver, name);
    case 'function':
      return unknown(`'${name}' of a function is not followed`, receiver.trail);
  }
}

/** An entry of an object literal: `undefined` where there is none, as JavaScript has it. */
export function entryOf(
  evaluator: Evaluator,
  map: Value & { kind: 'map' },
  name: string,
  origin: Origin,
): Value {
  const own = map.entries.get(name);
  const { rest } = map;
  if (rest && isEnvironment(rest)) {
    const variable = readVariable(evaluator, name, origin);
    const isSet = variable.kind !== 'scalar' || variable.value !== undefined;
    return isSet || !own ? variable : own;
  }
  if (own) return resolved(evaluator, own, map, origin);
  return rest ? member(evaluator, rest, name, origin) : scalar(undefined);
}

/** Getters are called where they are read. */
function resolved(evaluator: Evaluator, value: Value, self: Value, origin: Origin): Value {
  if (value.kind !== 'function' || !value.isGetter) return value;
  return evaluator.call(value, { positional: [], named: new Map(), self }, origin);
}

function externalMember(
  evaluator: Evaluator,
  receiver: Value & { kind: 'external' },
  name: string,
  origin: Origin,
): Value {
  if (isEnvironment(receiver)) return readVariable(evaluator, name, origin);
  // A package's default export is the package itself, however it is packed.
  if (name === 'default') return receiver;
  if (/^(?:globalThis|global|window)$/.test(receiver.name) && name === 'process')
    return external('process');
  return external(`${receiver.name}.${name}`, receiver.trail);
}

function attributeOf(
  evaluator: Evaluator,
  receiver: Value & { kind: 'object' | 'made' },
  name: string,
  origin: Origin,
): Value {
  const found =
    (receiver.kind === 'made' ? urlMember(receiver, name) : undefined) ??
    findAttribute(receiver, name);
  if (found && found.kind !== 'external')
    return withSteps(resolved(evaluator, found, receiver, origin), receiver.trail);
  if (found) return found;
  const base = receiver.kind === 'object' && receiver.object.attributes.get(madeBehind);
  if (base) return member(evaluator, base, name, origin);
  if (receiver.kind === 'made') return external(`${receiver.maker}().${name}`, receiver.trail);
  return unknown(`'${name}' is not found`, receiver.trail);
}

function memberOfScalar(receiver: Value & { kind: 'scalar' }, name: string): Value {
  const { value, trail } = receiver;
  if (typeof value === 'string' && name === 'length') return scalar(value.length, trail);
  if (value === undefined || value === null)
    return unknown(`'${name}' is read from what has no value`, trail);
  return unknown(`'${name}' of a ${typeof value} is not followed`, trail);
}

/** `receiver[key]`; a key that depends on variables picks the value. */
export function lookUp(evaluator: Evaluator, receiver: Value, key: Value, origin: Origin): Value {
  if (receiver.kind === 'oneOf')
    return oneOf(receiver.options.map((option) => lookUp(evaluator, option, key, origin)));
  if (receiver.kind === 'list' && key.kind === 'scalar')
    return itemAt(receiver.items, Number(key.value)) ?? scalar(undefined, receiver.trail);
  const variables = variablesOf(key);
  if (variables.length > 0)
    for (const name of keysOf(receiver)) evaluator.host.onCompared(variables, name);
  if (key.kind === 'scalar') {
    const name = String(key.value);
    return evaluator.chosen(member(evaluator, receiver, name, origin), key, origin, name);
  }
  if (receiver.kind === 'unknown') return receiver;
  const values = receiver.kind === 'map' && !receiver.rest ? [...receiver.entries.values()] : [];
  return values.length > 0
    ? evaluator.chosen(withSteps(oneOf(values), receiver.trail), key, origin)
    : unknown('the key is not known', key.trail);
}

function keysOf(value: Value): Iterable<string> {
  if (value.kind === 'map') return value.entries.keys();
  return value.kind === 'object' ? value.object.attributes.keys() : [];
}

function itemAt(items: readonly Value[], index: number): Value | undefined {
  return Number.isInteger(index) ? items[index] : undefined;
}

/** The text of a key: of a computed one only where it is known. */
export function keyText(key: Value): string | undefined {
  return textOf(key) ?? (key.kind === 'scalar' ? String(key.value) : undefined);
}
