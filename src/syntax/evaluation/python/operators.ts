import type { Node } from 'web-tree-sitter';
import {
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
import { childrenOf } from '../nodes';
import type { Evaluator } from './evaluator';
import { concatenate } from './methods';
import type { Scope } from './scope';

/** `a or b`, `a and b`: the value of one of them. */
export function booleanOperator(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const left = evaluator.expression(node.childForFieldName('left'), scope);
  const truth = truthOf(left);
  const isOr = node.childForFieldName('operator')?.text === 'or';
  if (truth !== undefined && truth === isOr) return left;
  const right = evaluator.expression(node.childForFieldName('right'), scope);
  if (truth === undefined) return oneOf([left, right]);
  return withSteps(right, left.trail);
}

export function comparison(evaluator: Evaluator, node: Node, scope: Scope): Value {
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
export function conditional(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const [yes, condition, no] = childrenOf(node);
  const value = evaluator.expression(condition, scope);
  const truth = truthOf(value);
  if (truth === undefined)
    return oneOf([evaluator.expression(yes, scope), evaluator.expression(no, scope)]);
  const taken = evaluator.expression(truth ? yes : no, scope);
  return evaluator.chosen(taken, value, scope.origin(node));
}

export function binaryOperator(evaluator: Evaluator, node: Node, scope: Scope): Value {
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
