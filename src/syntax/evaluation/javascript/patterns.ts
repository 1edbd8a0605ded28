import type { Node } from 'web-tree-sitter';
import { listOf } from '../lists';
import { scalar, unknown, withSteps, type Value } from '../value';
import type { Evaluator } from './evaluator';
import { keyText, lookUp, member } from './members';
import { childrenOf } from '../nodes';
import { field } from './nodes';
import type { Scope } from './scope';
import { isEnvironment, writeVariable } from './variables';

/** What a name is bound to: declared in a scope of its own, or assigned where it was declared. */
export type Bind = (name: string, value: Value) => void;

export function declaring(evaluator: Evaluator, names: Map<string, Value>): Bind {
  return (name, value) => evaluator.memory.set(names, name, evaluator.marked(value));
}

/** Takes `value` apart by a pattern: `a`, `{ a, b: c = 1, ...rest }`, `[a, , b]`, `a.b`, `a[b]`. */
export function bindPattern(
  evaluator: Evaluator,
  pattern: Node | null,
  value: Value,
  scope: Scope,
  bind: Bind,
): void {
  switch (pattern?.type) {
    case 'identifier':
    case 'shorthand_property_identifier_pattern':
    case 'shorthand_property_identifier':
    case 'undefined':
      return bind(pattern.text, value);
    case 'assignment_pattern':
    case 'object_assignment_pattern':
      return bindPattern(
        evaluator,
        field(pattern, 'left'),
        orDefault(evaluator, value, field(pattern, 'right'), scope),
        scope,
        bind,
      );
    case 'object_pattern':
      return bindObject(evaluator, pattern, value, scope, bind);
    case 'array_pattern':
      return bindArray(evaluator, pattern, value, scope, bind);
    case 'member_expression':
    case 'subscript_expression':
      return assignMember(evaluator, pattern, value, scope);
    case 'parenthesized_expression':
    case 'non_null_expression':
    case 'as_expression':
    case 'satisfies_expression':
      return bindPattern(evaluator, childrenOf(pattern)[0] ?? null, value, scope, bind);
    default:
      return;
  }
}

/** A default stands in for `undefined` only. */
export function orDefault(
  evaluator: Evaluator,
  value: Value,
  fallback: Node | null,
  scope: Scope,
): Value {
  if (!fallback) return value;
  if (value.kind === 'scalar' && value.value === undefined)
    return withSteps(evaluator.expression(fallback, scope), value.trail);
  if (value.kind !== 'unknown' && value.kind !== 'oneOf') return value;
  return evaluator.either(
    () => value,
    () => evaluator.expression(fallback, scope),
  );
}

function bindObject(
  evaluator: Evaluator,
  pattern: Node,
  value: Value,
  scope: Scope,
  bind: Bind,
): void {
  const origin = scope.origin(pattern);
  const taken = new Set<string>();
  const take = (name: string): Value => {
    taken.add(name);
    return member(evaluator, value, name, origin);
  };
  for (const child of childrenOf(pattern)) {
    if (child.type === 'rest_pattern')
      bindPattern(evaluator, childrenOf(child)[0] ?? null, without(value, taken), scope, bind);
    else if (child.type === 'pair_pattern') {
      const part = pairMember(evaluator, child, value, take, scope);
      bindPattern(evaluator, field(child, 'value'), part, scope, bind);
    } else bindPattern(evaluator, child, take(nameOf(child)), scope, bind);
  }
}

function pairMember(
  evaluator: Evaluator,
  pair: Node,
  value: Value,
  take: (name: string) => Value,
  scope: Scope,
): Value {
  const key = propertyKey(evaluator, field(pair, 'key'), scope);
  const text = keyText(key);
  return text === undefined ? lookUp(evaluator, value, key, scope.origin(pair)) : take(text);
}

function nameOf(pattern: Node): string {
  return (field(pattern, 'left') ?? pattern).text;
}

function without(value: Value, taken: ReadonlySet<string>): Value {
  if (value.kind === 'external') return value;
  if (value.kind !== 'map') return unknown('the rest of it is not known', value.trail);
  const entries = new Map([...value.entries].filter(([name]) => !taken.has(name)));
  return { ...value, entries };
}

function bindArray(
  evaluator: Evaluator,
  pattern: Node,
  value: Value,
  scope: Scope,
  bind: Bind,
): void {
  let index = 0;
  for (const child of pattern.children) {
    if (child?.type === ',') index++;
    if (!child?.isNamed || child.type === 'comment') continue;
    if (child.type === 'rest_pattern')
      bindPattern(evaluator, childrenOf(child)[0] ?? null, itemsFrom(value, index), scope, bind);
    else bindPattern(evaluator, child, itemOf(value, index), scope, bind);
  }
}

function itemOf(value: Value, index: number): Value {
  return value.kind === 'list'
    ? (value.items[index] ?? scalar(undefined))
    : unknown('a part of it is not known', value.trail);
}

function itemsFrom(value: Value, index: number): Value {
  return value.kind === 'list'
    ? listOf(value.items.slice(index), value.trail)
    : unknown('a part of it is not known', value.trail);
}

/** `{ name: … }`, `{ 'name': … }`, `{ 1: … }`, `{ [name]: … }`. */
export function propertyKey(evaluator: Evaluator, key: Node | null, scope: Scope): Value {
  switch (key?.type) {
    case 'property_identifier':
    case 'private_property_identifier':
    case 'shorthand_property_identifier':
      return scalar(key.text);
    case 'computed_property_name':
      return evaluator.expression(childrenOf(key)[0], scope);
    default:
      return evaluator.expression(key, scope);
  }
}

/** `a.b = …`, `a['b'] = …`. */
function assignMember(evaluator: Evaluator, target: Node, value: Value, scope: Scope): void {
  const receiver = evaluator.expression(field(target, 'object'), scope);
  const property = field(target, 'property');
  const key = property
    ? scalar(property.text)
    : evaluator.expression(field(target, 'index'), scope);
  setMember(evaluator, receiver, key, value, scope.origin(target));
}

export function setMember(
  evaluator: Evaluator,
  receiver: Value,
  key: Value,
  value: Value,
  origin: ReturnType<Scope['origin']>,
): void {
  const name = keyText(key);
  const entries = entriesOf(receiver);
  if (isEnvironment(receiver)) {
    if (name !== undefined) writeVariable(evaluator, name, value, origin);
  } else if (entries && name !== undefined)
    evaluator.memory.set(entries, partOf(receiver, name), evaluator.marked(value));
  else if (entries && evaluator.spend(entries.size)) blur(evaluator, entries);
}

function entriesOf(receiver: Value): Map<string, Value> | undefined {
  if (receiver.kind === 'map') return receiver.entries;
  if (receiver.kind === 'object') return receiver.object.attributes;
  return receiver.kind === 'made' ? receiver.attributes : undefined;
}

/** Where only a part of a URL's text is replaced (`host`, `href`), the whole is no longer known. */
function partOf(receiver: Value, name: string): string {
  const isUrl = receiver.kind === 'made' && receiver.maker === 'URL';
  return isUrl && (name === 'href' || name === 'host') ? '[[href]]' : name;
}

/** An entry under a key that is not known was written: it may have been any. */
function blur(evaluator: Evaluator, entries: Map<string, Value>): void {
  for (const name of [...entries.keys()])
    evaluator.memory.set(entries, name, unknown(`'${name}' may have been replaced`));
}
