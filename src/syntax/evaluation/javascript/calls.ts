import type { Node } from 'web-tree-sitter';
import { textOf, unknown, scalar, type CallArguments, type Value } from '../value';
import type { Evaluator } from './evaluator';
import { member } from './members';
import { callMethod } from './methods';
import { childrenOf } from '../nodes';
import { field } from './nodes';
import { isAbsent } from './optionalChains';
import type { Scope } from './scope';

const noArguments: CallArguments = { positional: [], named: new Map() };

/** `f(…)`, `a.f(…)`, a `require`, a dynamic import, `super(…)`. */
export function callExpression(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const callee = field(node, 'function');
  const list = field(node, 'arguments');
  if (list?.type === 'template_string')
    return unknown('a tagged template is not followed', evaluator.expression(list, scope).trail);
  const args = list ? argumentsOf(evaluator, list, scope) : noArguments;
  if (isImport(callee, scope)) return importByCall(evaluator, args, scope);
  if (callee?.type === 'member_expression') return callMember(evaluator, node, callee, args, scope);
  const value = evaluator.expression(callee, scope);
  if (isAbsent(node, value)) return scalar(undefined);
  return evaluator.call(value, args, scope.origin(node));
}

function isImport(callee: Node | null, scope: Scope): boolean {
  if (callee?.type === 'import') return true;
  return callee?.type === 'identifier' && callee.text === 'require' && !scope.get('require');
}

function importByCall(evaluator: Evaluator, { positional }: CallArguments, scope: Scope): Value {
  const [first] = positional;
  const name = first && textOf(first);
  return name === undefined
    ? unknown('the name of the module is not known')
    : evaluator.importModule(name, scope.file);
}

function callMember(
  evaluator: Evaluator,
  node: Node,
  callee: Node,
  args: CallArguments,
  scope: Scope,
): Value {
  const receiver = evaluator.expression(field(callee, 'object'), scope);
  if (isAbsent(node, receiver)) return scalar(undefined, receiver.trail);
  const name = field(callee, 'property')?.text ?? '';
  const origin = scope.origin(node);
  const known = callMethod(evaluator, receiver, name, args, origin, {
    target: field(callee, 'object'),
    scope,
  });
  if (known) return known;
  const method = member(evaluator, receiver, name, origin);
  return evaluator.call(method, { ...args, self: receiver }, origin);
}

/** `new C(…)`. */
export function newExpression(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const list = field(node, 'arguments');
  const args = list ? argumentsOf(evaluator, list, scope) : noArguments;
  const type = evaluator.expression(field(node, 'constructor'), scope);
  return evaluator.construct(type, args, scope.origin(node));
}

/** Arguments with `...list` laid out; after one that is not known, the places of the others are not, either. */
function argumentsOf(evaluator: Evaluator, list: Node, scope: Scope): CallArguments {
  const positional: Value[] = [];
  for (const child of childrenOf(list)) {
    if (child.type !== 'spread_element') {
      positional.push(evaluator.expression(child, scope));
      continue;
    }
    const rest = evaluator.expression(childrenOf(child)[0], scope);
    if (rest.kind === 'list' && evaluator.spend(rest.items.length)) positional.push(...rest.items);
    else positional.push(unknown('the arguments are not known in full', rest.trail));
  }
  return { positional, named: new Map() };
}
