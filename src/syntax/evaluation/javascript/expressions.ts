import type { Node } from 'web-tree-sitter';
import { listOf } from '../lists';
import { external, oneOf, scalar, unknown, withSteps, type Value } from '../value';
import { assignmentExpression, augmentedAssignment, updateExpression } from './assignments';
import { callExpression, newExpression } from './calls';
import { addMethod, classValue } from './classes';
import type { Evaluator } from './evaluator';
import { functionValue } from './functions';
import { keyText, lookUp, member } from './members';
import { metaProperty } from './modules';
import { childrenOf } from '../nodes';
import { field } from './nodes';
import { isAbsent } from './optionalChains';
import {
  binaryExpression,
  isPresent,
  sequenceExpression,
  ternaryExpression,
  unaryExpression,
} from './operators';
import { propertyKey } from './patterns';
import type { Scope } from './scope';
import { stringLiteral } from './strings';
import { isEnvironment } from './variables';

type ExpressionRule = (evaluator: Evaluator, node: Node, scope: Scope) => Value;

/** Names that every program sees. */
const globals = new Set([
  ...['process', 'console', 'globalThis', 'global', 'window', 'Bun', 'Deno', 'Buffer', 'URL'],
  ...['Object', 'Array', 'String', 'Number', 'Boolean', 'JSON', 'Math', 'Date', 'Promise', 'Error'],
  ...['parseInt', 'parseFloat', 'encodeURIComponent', 'decodeURIComponent', 'Map', 'Set', 'Symbol'],
  ...['setTimeout', 'setImmediate', 'setInterval', 'describe', 'it', 'test', 'before', 'beforeAll'],
  ...[
    'beforeEach',
    'after',
    'afterAll',
    'afterEach',
    'require',
    'structuredClone',
    'queueMicrotask',
  ],
]);

const first: ExpressionRule = (evaluator, node, scope) =>
  evaluator.expression(childrenOf(node)[0], scope);

export const expressionRules: Readonly<Record<string, ExpressionRule>> = {
  identifier,
  undefined: () => scalar(undefined),
  null: () => scalar(null),
  true: () => scalar(true),
  false: () => scalar(false),
  number: (_, node) => scalar(Number(node.text.replaceAll('_', '').replace(/n$/, ''))),
  string: stringLiteral,
  template_string: stringLiteral,
  this: (_, __, scope) => scope.self,
  super: (_, __, scope) => scope.get('super') ?? unknown('super is not followed'),
  object: objectLiteral,
  array: arrayLiteral,
  function_expression: functionValue,
  arrow_function: functionValue,
  generator_function: functionValue,
  class: classValue,
  parenthesized_expression: first,
  await_expression: first,
  as_expression: first,
  satisfies_expression: first,
  non_null_expression: first,
  instantiation_expression: first,
  type_assertion: (evaluator, node, scope) => evaluator.expression(childrenOf(node).at(-1), scope),
  member_expression: memberExpression,
  subscript_expression: subscriptExpression,
  call_expression: callExpression,
  new_expression: newExpression,
  binary_expression: binaryExpression,
  unary_expression: unaryExpression,
  ternary_expression: ternaryExpression,
  assignment_expression: assignmentExpression,
  augmented_assignment_expression: augmentedAssignment,
  update_expression: updateExpression,
  sequence_expression: sequenceExpression,
  meta_property: metaProperty,
  regex: (_, node) => ({
    kind: 'made',
    maker: 'RegExp',
    args: {
      positional: [
        scalar(field(node, 'pattern')?.text ?? ''),
        scalar(field(node, 'flags')?.text ?? ''),
      ],
      named: new Map(),
    },
    origin: { kind: 'code', name: '' },
    attributes: new Map(),
    trail: [],
  }),
};

function identifier(_: Evaluator, node: Node, scope: Scope): Value {
  const { text } = node;
  const known = scope.get(text);
  if (known) return known;
  return globals.has(text) ? external(text) : unknown(`'${text}' is not known here`);
}

function memberExpression(evaluator: Evaluator, node: Node, scope: Scope): Value {
  if (node.text === 'require.main' && !scope.get('require'))
    return scope.root.get('[[main]]') ?? scalar(undefined);
  const receiver = evaluator.expression(field(node, 'object'), scope);
  if (isAbsent(node, receiver)) return scalar(undefined, receiver.trail);
  const name = field(node, 'property')?.text ?? '';
  return member(evaluator, receiver, name, scope.origin(node));
}

function subscriptExpression(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const receiver = evaluator.expression(field(node, 'object'), scope);
  if (isAbsent(node, receiver)) return scalar(undefined, receiver.trail);
  const key = evaluator.expression(field(node, 'index'), scope);
  return lookUp(evaluator, receiver, key, scope.origin(node));
}

function arrayLiteral(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const items: Value[] = [];
  for (const child of childrenOf(node)) {
    const isSpread = child.type === 'spread_element';
    const value = evaluator.expression(isSpread ? childrenOf(child)[0] : child, scope);
    if (!isSpread) items.push(value);
    else if (value.kind !== 'list') return unknown('the list is not known in full', value.trail);
    else if (evaluator.spend(value.items.length)) items.push(...value.items);
  }
  return listOf(items);
}

function objectLiteral(evaluator: Evaluator, node: Node, scope: Scope): Value {
  let map: Value & { kind: 'map' } = {
    kind: 'map',
    entries: evaluator.memory.born(new Map()),
    trail: [],
  };
  for (const child of childrenOf(node)) {
    if (child.type === 'spread_element')
      map = spread(evaluator, map, evaluator.expression(childrenOf(child)[0], scope));
    else if (child.type === 'method_definition') addMethod(evaluator, child, map.entries, scope);
    else addEntry(evaluator, map.entries, child, scope);
  }
  return map;
}

function addEntry(
  evaluator: Evaluator,
  entries: Map<string, Value>,
  child: Node,
  scope: Scope,
): void {
  if (child.type === 'shorthand_property_identifier')
    return void entries.set(child.text, identifier(evaluator, child, scope));
  const key = keyText(propertyKey(evaluator, field(child, 'key'), scope));
  const value = evaluator.expression(field(child, 'value'), scope);
  if (key !== undefined) entries.set(key, value);
}

/** `{ …map, ...value }`: entries of `value` win; where those are not known, each of the map may have been replaced. */
export function spread(
  evaluator: Evaluator,
  map: Value & { kind: 'map' },
  value: Value,
): Value & { kind: 'map' } {
  if (value.kind === 'map' && evaluator.spend(value.entries.size)) {
    const added = [...value.entries].map(
      ([key, entry]) => [key, withSteps(entry, value.trail)] as const,
    );
    const base = value.rest ? spread(evaluator, map, value.rest) : map;
    return { ...base, entries: evaluator.memory.born(new Map([...base.entries, ...added])) };
  }
  if (isPresent(value) === false || value.kind === 'scalar') return map;
  if (isEnvironment(value)) return { ...map, rest: value };
  const reason = value.kind === 'unknown' ? value.reason : 'what is spread here is not followed';
  const rest = unknown(reason, value.trail);
  const entries = new Map(
    [...map.entries].map(([key, entry]) => [key, oneOf([entry, rest])] as const),
  );
  return evaluator.spend(entries.size) ? { ...map, entries, rest } : map;
}
