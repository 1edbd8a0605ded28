import type { Node } from 'web-tree-sitter';
import type { Origin } from '../../../core/environment/setting';
import { listOf } from '../lists';
import { oneOf, scalar, unknown, type CallArguments, type Value } from '../value';
import type { Completion, Evaluator } from './evaluator';
import { childrenOf } from '../nodes';
import { field } from './nodes';
import { bindPattern, declaring, orDefault } from './patterns';
import type { Scope } from './scope';

export type FunctionValue = Value & { kind: 'function' };

/** `function f() {}`, `() => {}`, a method. Async ones give what they resolve to. */
export function functionValue(evaluator: Evaluator, node: Node, scope: Scope): FunctionValue {
  const name = field(node, 'name')?.text ?? 'function';
  const isArrow = node.type === 'arrow_function';
  const call = (args: CallArguments): Value => {
    const inner = scope.inner('function');
    if (!isArrow) {
      inner.names.set('this', args.self ?? scalar(undefined));
      inner.names.set('arguments', listOf(args.positional));
    }
    bindParameters(evaluator, node, args, inner);
    return runBody(evaluator, field(node, 'body'), inner);
  };
  return { kind: 'function', name, call, trail: [] };
}

export function runBody(evaluator: Evaluator, body: Node | null, scope: Scope): Value {
  if (!body) return scalar(undefined);
  if (body.type !== 'statement_block') return evaluator.expression(body, scope);
  return valueOf(evaluator.block(childrenOf(body), scope));
}

function valueOf(completion: Completion): Value {
  if (completion?.kind !== 'return') return scalar(undefined);
  return completion.isCertain ? completion.value : oneOf([completion.value, scalar(undefined)]);
}

/** Binds the arguments; what is not given has its default, or is what the annotated class of a library would be. */
export function bindParameters(
  evaluator: Evaluator,
  node: Node,
  args: CallArguments,
  scope: Scope,
): void {
  const single = field(node, 'parameter');
  const list = field(node, 'parameters');
  const parameters = single ? [single] : list ? childrenOf(list) : [];
  const bind = declaring(evaluator, scope.names);
  for (const [index, parameter] of parameters.entries()) {
    const pattern = field(parameter, 'pattern') ?? parameter;
    if (pattern.type === 'rest_pattern') {
      const rest = listOf(args.positional.slice(index));
      bindPattern(evaluator, childrenOf(pattern)[0] ?? null, rest, scope, bind);
      continue;
    }
    const given = args.positional[index] ?? injected(parameter, scope) ?? scalar(undefined);
    const value = orDefault(evaluator, given, field(parameter, 'value'), scope);
    bindPattern(evaluator, pattern, value, scope, bind);
    keepOnInstance(evaluator, parameter, pattern, value, scope);
  }
}

/** `constructor(private config: ConfigService)`: frameworks hand over an instance of the annotated class. */
function injected(parameter: Node, scope: Scope): Value | undefined {
  const annotation = field(parameter, 'type');
  const type = annotation && scope.get(childrenOf(annotation)[0]?.text ?? '');
  if (type?.kind !== 'external') return undefined;
  return {
    kind: 'made',
    maker: type.name,
    args: { positional: [], named: new Map() },
    origin: scope.origin(parameter),
    attributes: new Map(),
    trail: [],
  };
}

/** TypeScript: a parameter with `private`, `public` or `readonly` is a field, too. */
function keepOnInstance(
  evaluator: Evaluator,
  parameter: Node,
  pattern: Node,
  value: Value,
  scope: Scope,
): void {
  const isField = parameter.children.some(
    (child) => child?.type === 'accessibility_modifier' || child?.type === 'readonly',
  );
  const { self } = scope;
  if (isField && self.kind === 'object')
    evaluator.memory.set(self.object.attributes, pattern.text, value);
}

/** Calls what a library was given to call: once, if at all, with arguments that are not known. */
export function callBack(evaluator: Evaluator, args: readonly Value[], origin: Origin): void {
  for (const callback of args) {
    if (callback.kind !== 'function') continue;
    const positional = Array.from({ length: 8 }, () => unknown('a library gives it'));
    evaluator.both(
      () => void evaluator.call(callback, { positional, named: new Map() }, origin),
      () => undefined,
    );
  }
}
