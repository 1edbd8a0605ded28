import type { Node } from 'web-tree-sitter';
import { listOf } from '../lists';
import { oneOf, scalar, textOf, unknown, type Value } from '../value';
import type { Evaluator } from './evaluator';
import { concatenate } from './methods';
import type { Scope } from './scope';

/** `a = …`, `a.b = …`, `a['b'] = …`, `a, b = …`. */
export function assignTo(
  evaluator: Evaluator,
  target: Node | null,
  value: Value,
  scope: Scope,
): void {
  switch (target?.type) {
    case 'identifier':
      evaluator.assign(target.text, value, scope);
      return;
    case 'attribute':
      assignAttribute(evaluator, target, value, scope);
      return;
    case 'subscript':
      assignSubscript(evaluator, target, value, scope);
      return;
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
      for (const [index, child] of target.namedChildren.entries())
        assignTo(evaluator, child, itemOf(value, index), scope);
      return;
    default:
      return;
  }
}

/** `name: type` in the body of a class goes to its `__annotations__`, as in Python. */
export function annotate(evaluator: Evaluator, node: Node, scope: Scope): void {
  const [left, type] = [node.childForFieldName('left'), node.childForFieldName('type')];
  if (left?.type !== 'identifier' || !type) return;
  const known = scope.names.get('__annotations__');
  const entries = known?.kind === 'map' ? known.entries : new Map<string, Value>();
  evaluator.memory.set(entries, left.text, scalar(type.text));
  if (!known)
    evaluator.memory.set(scope.names, '__annotations__', { kind: 'map', entries, trail: [] });
}

function itemOf(value: Value, index: number): Value {
  return (
    (value.kind === 'list' && value.items[index]) ||
    unknown('a part of it is not known', value.trail)
  );
}

function assignAttribute(evaluator: Evaluator, target: Node, value: Value, scope: Scope): void {
  const receiver = evaluator.expression(target.childForFieldName('object'), scope);
  const name = target.childForFieldName('attribute')?.text ?? '';
  if (receiver.kind === 'object')
    evaluator.memory.set(receiver.object.attributes, name, evaluator.marked(value));
  if (receiver.kind === 'made')
    evaluator.memory.set(receiver.attributes, name, evaluator.marked(value));
}

/** On a library's own mapping (`os.environ`, `app.config`) it is a call of `<name>.[]=` with key and value. */
function assignSubscript(evaluator: Evaluator, target: Node, value: Value, scope: Scope): void {
  const receiver = evaluator.expression(target.childForFieldName('value'), scope);
  const key = evaluator.expression(target.childForFieldName('subscript'), scope);
  const text = textOf(key);
  if (receiver.kind === 'map' && text !== undefined)
    evaluator.memory.set(receiver.entries, text, evaluator.marked(value));
  if (receiver.kind === 'external')
    evaluator.call(
      { ...receiver, name: `${receiver.name}.[]=` },
      { positional: [key, value], named: new Map() },
      scope.origin(target),
      scope,
    );
}

/** `a += …` on texts and lists; anything else is not known afterwards. */
export function augment(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const target = node.childForFieldName('left');
  const before = evaluator.expression(target, scope);
  const more = evaluator.expression(node.childForFieldName('right'), scope);
  const isSum = node.childForFieldName('operator')?.text === '+=';
  const value = !isSum ? unknown('an operator is not followed') : add(before, more);
  assignTo(evaluator, target, value, scope);
  return value;
}

function add(before: Value, more: Value): Value {
  if (before.kind === 'list' && more.kind === 'list')
    return listOf([...before.items, ...more.items], before.trail);
  if (before.kind === 'oneOf') return oneOf(before.options.map((option) => add(option, more)));
  return concatenate([before, more]);
}
