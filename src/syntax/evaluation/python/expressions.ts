import type { Node } from 'web-tree-sitter';
import { findAttribute } from '../attributes';
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
import { listOf } from '../lists';
import { annotate, assignTo, augment } from './assignments';
import { callExpression } from './calls';
import type { Evaluator } from './evaluator';
import { concatenate } from './methods';
import { pathAttribute } from './pathMembers';
import type { Scope } from './scope';
import { stringLiteral } from './strings';

type ExpressionRule = (evaluator: Evaluator, node: Node, scope: Scope) => Value;

const builtins = new Set([
  'bool',
  'dict',
  'getattr',
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

export function childrenOf(node: Node): Node[] {
  return node.namedChildren.filter((child) => child !== null && child.type !== 'comment') as Node[];
}

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
  const found = findAttribute(receiver, name);
  if (found?.kind === 'function' && found.isGetter)
    return evaluator.call(
      found,
      { positional: [receiver], named: new Map() },
      scope.origin(node),
      scope,
    );
  if (found?.kind === 'external') {
    const known = evaluator.externalValue(found.name, scope.origin(node));
    if (known) return known;
  }
  if (found) return withSteps(found, receiver.kind === 'external' ? [] : receiver.trail);
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
  return evaluator.chosen(oneOf(found), key, scope.origin(node));
}

/** `a or b`, `a and b`: the value of one of them. */
function booleanOperator(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const left = evaluator.expression(node.childForFieldName('left'), scope);
  const truth = truthOf(left);
  const isOr = node.childForFieldName('operator')?.text === 'or';
  if (truth !== undefined && truth === isOr) return left;
  const right = evaluator.expression(node.childForFieldName('right'), scope);
  if (truth === undefined) return oneOf([left, right]);
  return withSteps(right, left.trail);
}

function comparison(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const [left, right] = childrenOf(node).map((child) => evaluator.expression(child, scope));
  const operator = node.children.find((child) => child && !child.isNamed)?.text ?? '';
  const operators = node.childrenForFieldName('operators').map((child) => child?.text);
  const name = operators.length > 0 ? operators.join(' ') : operator;
  if (!left || !right) return unknown('the code is incomplete');
  const trail = [...left.trail, ...right.trail];
  const result = compare(evaluator, name, left, right);
  return result === undefined
    ? unknown('it is not known whether it holds', trail)
    : scalar(result, trail);
}

function compare(
  evaluator: Evaluator,
  operator: string,
  left: Value,
  right: Value,
): boolean | undefined {
  switch (operator) {
    case '==':
    case 'is':
      return evaluator.equal(left, right);
    case '!=':
    case 'is not':
    case '<>': {
      const isEqual = evaluator.equal(left, right);
      return isEqual === undefined ? undefined : !isEqual;
    }
    case 'in':
      return contains(evaluator, right, left);
    case 'not in': {
      const isIn = contains(evaluator, right, left);
      return isIn === undefined ? undefined : !isIn;
    }
    default:
      return undefined;
  }
}

function contains(evaluator: Evaluator, whole: Value, part: Value): boolean | undefined {
  if (whole.kind === 'list') {
    const results = whole.items.map((item) => evaluator.equal(item, part));
    return results.includes(true) ? true : results.includes(undefined) ? undefined : false;
  }
  const [text, piece] = [textOf(whole), textOf(part)];
  if (whole.kind === 'map') return piece === undefined ? undefined : whole.entries.has(piece);
  if (whole.kind === 'external' && whole.name === 'os.environ' && piece !== undefined)
    return evaluator.host.variable(piece) !== undefined;
  if (piece !== undefined) evaluator.host.onCompared(variablesOf(whole), piece);
  return text === undefined || piece === undefined ? undefined : text.includes(piece);
}

/** `a if condition else b`. */
function conditional(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const [yes, condition, no] = childrenOf(node);
  const value = evaluator.expression(condition, scope);
  const truth = truthOf(value);
  if (truth === undefined)
    return oneOf([evaluator.expression(yes, scope), evaluator.expression(no, scope)]);
  const taken = evaluator.expression(truth ? yes : no, scope);
  return evaluator.chosen(taken, value, scope.origin(node));
}

function binaryOperator(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const left = evaluator.expression(node.childForFieldName('left'), scope);
  const right = evaluator.expression(node.childForFieldName('right'), scope);
  const trail = [...left.trail, ...right.trail];
  switch (node.childForFieldName('operator')?.text) {
    case '+':
      return left.kind === 'list' && right.kind === 'list'
        ? listOf([...left.items, ...right.items], trail)
        : concatenate([left, right]);
    case '%':
      return percentFormat(left, right);
    case '|':
      return left.kind === 'map' && right.kind === 'map'
        ? { kind: 'map', entries: new Map([...left.entries, ...right.entries]), trail }
        : unknown('an operator is not followed', trail);
    case '/':
      return left.kind === 'scalar'
        ? concatenate([left, scalar('/'), right])
        : unknown('an operator is not followed', trail);
    default:
      return unknown('an operator is not followed', trail);
  }
}

/** `'%s…' % x`, `'%s…%d' % (x, y)`, `'%(name)s' % {…}`. */
function percentFormat(left: Value, right: Value): Value {
  const text = textOf(left);
  if (text === undefined) return unknown('an operator is not followed', left.trail);
  const items = right.kind === 'list' ? [...right.items] : [right];
  const pieces = text.split(/(%(?:\(\w+\))?[sdr])/).map((piece): Value => {
    const [, name] = /^%(?:\((\w+)\))?[sdr]$/.exec(piece) ?? [];
    if (!piece.startsWith('%') || piece.length < 2) return scalar(piece);
    const given = name && right.kind === 'map' ? right.entries.get(name) : items.shift();
    return given ?? unknown('nothing is given for a part of the text');
  });
  return concatenate(pieces);
}
