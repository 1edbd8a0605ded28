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
import type { Evaluator } from './evaluator';
import { childrenOf } from '../nodes';
import { field } from './nodes';
import type { Scope } from './scope';
import { concatenate } from './strings';
import { isEnvironment } from './variables';

/** In JavaScript every list and object is true, empty or not. */
export function truth(value: Value): boolean | undefined {
  return value.kind === 'list' || value.kind === 'map' ? true : truthOf(value);
}

/** Whether there is neither `null` nor `undefined`. */
export function isPresent(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'scalar':
      return value.value !== null && value.value !== undefined;
    case 'list':
    case 'map':
    case 'object':
    case 'function':
    case 'made':
      return true;
    case 'external':
    case 'oneOf':
    case 'unknown':
      return undefined;
  }
}

const notKnown = (trail: Value['trail']): Value =>
  unknown('it is not known whether it holds', trail);

export function binaryExpression(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const operator = field(node, 'operator')?.text ?? '';
  const left = evaluator.expression(field(node, 'left'), scope);
  if (operator === '||' || operator === '&&' || operator === '??')
    return shortCircuit(evaluator, operator, left, () =>
      evaluator.expression(field(node, 'right'), scope),
    );
  const right = evaluator.expression(field(node, 'right'), scope);
  return operate(evaluator, operator, left, right);
}

/** `a || b`, `a && b`, `a ?? b`: the value of one of them. */
export function shortCircuit(
  evaluator: Evaluator,
  operator: string,
  left: Value,
  right: () => Value,
): Value {
  const holds = operator === '??' ? isPresent(left) : truth(left);
  if (holds === undefined) {
    const kept = operator === '&&' ? left : withoutFalse(left, operator);
    return evaluator.either(() => kept, right);
  }
  return holds === (operator === '&&') ? withSteps(right(), left.trail) : left;
}

/** Of the options before `||`, those that fall through to the right side never count. */
function withoutFalse(value: Value, operator: string): Value {
  if (value.kind !== 'oneOf') return value;
  const holds = operator === '??' ? isPresent : truth;
  const options = value.options.filter((option) => holds(option) !== false);
  return options.length > 0 ? oneOf(options) : value;
}

export function operate(evaluator: Evaluator, operator: string, left: Value, right: Value): Value {
  const trail = [...left.trail, ...right.trail];
  const told = (result: boolean | undefined): Value =>
    result === undefined ? notKnown(trail) : scalar(result, trail);
  switch (operator) {
    case '+':
      return add(left, right);
    case '===':
    case '==':
      return told(isSame(evaluator, left, right, operator === '=='));
    case '!==':
    case '!=':
      return told(opposite(isSame(evaluator, left, right, operator === '!=')));
    case 'in':
      return told(hasEntry(evaluator, left, right));
    default:
      return calculate(operator, left, right);
  }
}

const opposite = (value: boolean | undefined): boolean | undefined =>
  value === undefined ? undefined : !value;

function isSame(
  evaluator: Evaluator,
  left: Value,
  right: Value,
  isLoose: boolean,
): boolean | undefined {
  const isEqual = evaluator.equal(left, right);
  if (left.kind === 'map' && right.kind === 'map') return left.entries === right.entries;
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (other.kind !== 'scalar' || (other.value !== null && other.value !== undefined)) continue;
    const present = isPresent(one);
    if (present === undefined) return undefined;
    return isLoose || present || one.kind !== 'scalar' ? !present : one.value === other.value;
  }
  if (isLoose && isEqual === false && left.kind === 'scalar' && right.kind === 'scalar')
    return typeof left.value === typeof right.value
      ? false
      : String(left.value) === String(right.value);
  return isEqual;
}

function hasEntry(evaluator: Evaluator, key: Value, whole: Value): boolean | undefined {
  const name = textOf(key);
  if (name === undefined) return undefined;
  if (isEnvironment(whole)) return evaluator.host.variable(name) !== undefined;
  evaluator.host.onCompared(variablesOf(key), name);
  return whole.kind === 'map' && !whole.rest ? whole.entries.has(name) : undefined;
}

/** Numbers are added, everything else is joined as text. */
export function add(left: Value, right: Value): Value {
  if (left.kind === 'oneOf') return oneOf(left.options.map((option) => add(option, right)));
  if (right.kind === 'oneOf') return oneOf(right.options.map((option) => add(left, option)));
  const trail = [...left.trail, ...right.trail];
  if (left.kind === 'scalar' && right.kind === 'scalar')
    if (typeof left.value === 'number' && typeof right.value === 'number')
      return scalar(left.value + right.value, trail);
  return concatenate([left, right]);
}

function calculate(operator: string, left: Value, right: Value): Value {
  const trail = [...left.trail, ...right.trail];
  const result =
    left.kind === 'scalar' && right.kind === 'scalar'
      ? calculation(operator, Number(left.value), Number(right.value))
      : undefined;
  return result === undefined
    ? unknown('an operator is not followed', trail)
    : scalar(result, trail);
}

function calculation(operator: string, a: number, b: number): number | boolean | undefined {
  switch (operator) {
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    case '>=':
      return a >= b;
    default:
      return undefined;
  }
}

export function unaryExpression(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const value = evaluator.expression(field(node, 'argument'), scope);
  switch (field(node, 'operator')?.text) {
    case '!': {
      const holds = truth(value);
      return holds === undefined ? notKnown(value.trail) : scalar(!holds, value.trail);
    }
    case '-':
      return value.kind === 'scalar' ? scalar(-Number(value.value), value.trail) : value;
    case '+':
      return value.kind === 'scalar' ? scalar(Number(value.value), value.trail) : value;
    case 'typeof':
      return typeName(value);
    case 'void':
      return scalar(undefined);
    default:
      return unknown('an operator is not followed', value.trail);
  }
}

function typeName(value: Value): Value {
  if (value.kind === 'scalar')
    return scalar(value.value === null ? 'object' : typeof value.value, value.trail);
  if (value.kind === 'function') return scalar('function', value.trail);
  if (value.kind === 'map' || value.kind === 'list') return scalar('object', value.trail);
  return unknown('its type is not known', value.trail);
}

/** `a ? b : c`. */
export function ternaryExpression(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const value = evaluator.expression(field(node, 'condition'), scope);
  const holds = truth(value);
  const yes = (): Value => evaluator.expression(field(node, 'consequence'), scope);
  const no = (): Value => evaluator.expression(field(node, 'alternative'), scope);
  if (holds !== undefined) return evaluator.chosen(holds ? yes() : no(), value, scope.origin(node));
  return evaluator.either(yes, no);
}

export function sequenceExpression(evaluator: Evaluator, node: Node, scope: Scope): Value {
  return childrenOf(node).reduce<Value>(
    (_, child) => evaluator.expression(child, scope),
    scalar(undefined),
  );
}
