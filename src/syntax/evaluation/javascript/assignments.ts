import type { Node } from 'web-tree-sitter';
import { scalar, type Value } from '../value';
import type { Evaluator } from './evaluator';
import { field } from './nodes';
import { operate, shortCircuit } from './operators';
import { bindPattern } from './patterns';
import type { Scope } from './scope';

export function assignmentExpression(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const value = evaluator.expression(field(node, 'right'), scope);
  assign(evaluator, field(node, 'left'), value, scope);
  return value;
}

export function assign(
  evaluator: Evaluator,
  target: Node | null,
  value: Value,
  scope: Scope,
): void {
  bindPattern(evaluator, target, value, scope, (name, part) => evaluator.assign(name, part, scope));
}

/** `a += b`, `a ||= b` and the like. */
export function augmentedAssignment(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const target = field(node, 'left');
  const operator = (field(node, 'operator')?.text ?? '').slice(0, -1);
  const before = evaluator.expression(target, scope);
  const right = (): Value => evaluator.expression(field(node, 'right'), scope);
  const value = ['||', '&&', '??'].includes(operator)
    ? shortCircuit(evaluator, operator, before, right)
    : operate(evaluator, operator, before, right());
  if (value !== before) assign(evaluator, target, value, scope);
  return value;
}

/** `a++`: nothing but counters, so what it gives is not followed. */
export function updateExpression(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const before = evaluator.expression(field(node, 'argument'), scope);
  const change = node.text.includes('++') ? 1 : -1;
  const after =
    before.kind === 'scalar' ? scalar(Number(before.value) + change, before.trail) : before;
  assign(evaluator, field(node, 'argument'), after, scope);
  return node.text.startsWith('+') || node.text.startsWith('-') ? after : before;
}
