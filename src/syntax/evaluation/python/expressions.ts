import type { Node } from 'web-tree-sitter';
import { findAttribute, madeBehind } from '../attributes';
import {
  external,
  oneOf,
  scalar,
  textOf,
  truthOf,
  unknown,
  variablesOf,
  withSteps,
  type Value,
} from '../value';
import { annotate, assignTo, augment } from './assignments';
import { callExpression } from './calls';
import { childrenOf } from '../nodes';
import type { Evaluator } from './evaluator';
import { concatenate } from './methods';
import { binaryOperator, booleanOperator, comparison, conditional } from './operators';
import { pathAttribute } from './pathMembers';
import type { Scope } from './scope';
import { stringLiteral } from './strings';
import { selfOf } from './super';

type ExpressionRule = (evaluator: Evaluator, node: Node, scope: Scope) => Value;

const builtins = new Set([
  '__import__',
  'bool',
  'dict',
  'getattr',
  'hasattr',
  'int',
  'len',
  'list',
  'open',
  'print',
  'str',
  'super',
  'type',
  'vars',
]);

export const expressionRules: Readonly<Record<string, ExpressionRule>> = {
  identifier: (_, node, scope) =>
    scope.get(node.text) ??
    (builtins.has(node.text)
      ? external(`builtins.${node.text}`)
      : unknown(`'${node.text}' is not known here`)),
  true: () => scalar(true),
  false: () => scalar(false),
  none: () => scalar(null),
  integer: (_, node) => scalar(Number(node.text.replaceAll('_', ''))),
  float: (_, node) => scalar(Number(node.text.replaceAll('_', ''))),
  string: stringLiteral,
  concatenated_string: (evaluator, node, scope) =>
    concatenate(childrenOf(node).map((child) => evaluator.expression(child, scope))),
  parenthesized_expression: (evaluator, node, scope) =>
    evaluator.expression(childrenOf(node)[0], scope),
  await: (evaluator, node, scope) => evaluator.expression(childrenOf(node)[0], scope),
  list: listLiteral,
  tuple: listLiteral,
  set: listLiteral,
  expression_list: listLiteral,
  dictionary: dictionaryLiteral,
  attribute,
  subscript,
  call: callExpression,
  assignment: (evaluator, node, scope) => {
    const right = node.childForFieldName('right');
    if (scope.kind === 'class') annotate(evaluator, node, scope);
    if (!right) return unknown('nothing is assigned');
    const value = evaluator.expression(right, scope);
    assignTo(evaluator, node.childForFieldName('left'), value, scope);
    return value;
  },
  augmented_assignment: augment,
  named_expression: (evaluator, node, scope) => {
    const value = evaluator.expression(node.childForFieldName('value'), scope);
    assignTo(evaluator, node.childForFieldName('name'), value, scope);
    return value;
  },
  boolean_operator: booleanOperator,
  not_operator: (evaluator, node, scope) => {
    const value = evaluator.expression(node.childForFieldName('argument'), scope);
    const truth = truthOf(value);
    return truth === undefined
      ? unknown('it is not known whether it holds', value.trail)
      : scalar(!truth, value.trail);
  },
  unary_operator: (evaluator, node, scope) => {
    const value = evaluator.expression(node.childForFieldName('argument'), scope);
    const isNegative = node.childForFieldName('operator')?.text === '-';
    return isNegative && value.kind === 'scalar' && typeof value.value === 'number'
      ? scalar(-value.value, value.trail)
      : unknown('an operator is not followed', value.trail);
  },
  comparison_operator: comparison,
  conditional_expression: conditional,
  binary_operator: binaryOperator,
  lambda: (evaluator, node, scope) => ({
    kind: 'function',
    name: 'lambda',
    call: () => evaluator.expression(node.childForFieldName('body'), scope),
    trail: [],
  }),
};

function listLiteral(evaluator: Evaluator, node: Node, scope: Scope): Value {
  return {
    kind: 'list',
    items: childrenOf(node).map((child) => evaluator.expression(child, scope)),
    trail: [],
  };
}

function dictionaryLiteral(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const entries = new Map<string, Value>();
  for (const child of childrenOf(node)) {
    if (child.type === 'dictionary_splat') {
      const rest = evaluator.expression(childrenOf(child)[0], scope);
      if (rest.kind === 'map') for (const [key, value] of rest.entries) entries.set(key, value);
      continue;
    }
    const key = evaluator.expression(child.childForFieldName('key'), scope);
    const value = evaluator.expression(child.childForFieldName('value'), scope);
    if (key.kind === 'scalar') entries.set(String(key.value), value);
  }
  return { kind: 'map', entries, trail: [] };
}

function attribute(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const receiver = evaluator.expression(node.childForFieldName('object'), scope);
  const name = node.childForFieldName('attribute')?.text ?? '';
  return attributeOf(evaluator, receiver, name, node, scope);
}

function attributeOf(
  evaluator: Evaluator,
  receiver: Value,
  name: string,
  node: Node,
  scope: Scope,
): Value {
  const found = findAttribute(receiver, name);
  if (found?.kind === 'function' && found.isGetter)
    return evaluator.call(
      found,
      { positional: [selfOf(receiver)], named: new Map() },
      scope.origin(node),
      scope,
    );
  if (found?.kind === 'external') {
    const known = evaluator.externalValue(found.name, scope.origin(node));
    if (known) return known;
  }
  if (found) return withSteps(found, receiver.kind === 'external' ? [] : receiver.trail);
  const behind = findAttribute(receiver, madeBehind);
  if (behind) return attributeOf(evaluator, behind, name, node, scope);
  const text = textOf(receiver);
  const ofPath = text === undefined ? undefined : pathAttribute(text, name, receiver.trail);
  if (ofPath) return ofPath;
  if (receiver.kind === 'made') return external(`${receiver.maker}().${name}`, receiver.trail);
  return receiver.kind === 'unknown' ? receiver : unknown(`'${name}' is not found`, receiver.trail);
}

function subscript(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const receiver = evaluator.expression(node.childForFieldName('value'), scope);
  const keys = node
    .childrenForFieldName('subscript')
    .map((child) => evaluator.expression(child, scope));
  const [key] = keys;
  if (!key) return unknown('the code is incomplete');
  if (receiver.kind === 'external')
    return evaluator.call(
      { ...receiver, name: `${receiver.name}.[]` },
      { positional: keys, named: new Map() },
      scope.origin(node),
      scope,
    );
  return lookUp(evaluator, receiver, key, node, scope);
}

function lookUp(
  evaluator: Evaluator,
  receiver: Value,
  key: Value,
  node: Node,
  scope: Scope,
): Value {
  if (receiver.kind === 'oneOf')
    return oneOf(receiver.options.map((option) => lookUp(evaluator, option, key, node, scope)));
  if (receiver.kind === 'list' && key.kind === 'scalar')
    return receiver.items.at(Number(key.value)) ?? unknown('the list has no such item');
  if (receiver.kind !== 'map')
    return receiver.kind === 'unknown' ? receiver : unknown('it is not known what it holds');
  for (const name of receiver.entries.keys()) evaluator.host.onCompared(variablesOf(key), name);
  const values =
    key.kind === 'scalar'
      ? [receiver.entries.get(String(key.value))]
      : [...receiver.entries.values()];
  const found = values.filter((value) => value !== undefined);
  if (found.length === 0) return unknown('the key is not among the entries', key.trail);
  return evaluator.chosen(withSteps(oneOf(found), receiver.trail), key, scope.origin(node));
}
