import type { Node } from 'web-tree-sitter';
import { oneOf, unknown, type CallArguments, type Value, type WorkspaceObject } from '../value';
import { argumentsOf } from './calls';
import type { Completion, Evaluator } from './evaluator';
import { Scope } from './scope';

export function classDefinition(evaluator: Evaluator, node: Node, scope: Scope): Completion {
  const name = node.childForFieldName('name')?.text ?? '';
  const superclasses = node.childForFieldName('superclasses');
  const parents = superclasses ? argumentsOf(evaluator, superclasses, scope).positional : [];
  const attributes = new Map<string, Value>();
  const object: WorkspaceObject = {
    kind: 'class',
    name,
    origin: scope.origin(node, name),
    attributes,
    parents,
  };
  const type: Value = { kind: 'object', object, trail: [] };
  const body = node.childForFieldName('body');
  if (body) evaluator.block(body, Scope.ofClass(scope, attributes, type));
  evaluator.assign(name, type, scope);
  return undefined;
}

export function functionDefinition(evaluator: Evaluator, node: Node, scope: Scope): Completion {
  const name = node.childForFieldName('name')?.text ?? '';
  const body = node.childForFieldName('body');
  const parameters = node.childForFieldName('parameters');
  const call = (args: CallArguments): Value => {
    const inner = Scope.ofFunction(scope, args.positional[0]);
    bindParameters(evaluator, parameters, args, inner);
    const completion = body ? evaluator.block(body, inner) : undefined;
    const nothing: Value = { kind: 'scalar', value: null, trail: [] };
    if (!completion) return nothing;
    return completion.kind === 'return' ? completion.value : oneOf([completion.value, nothing]);
  };
  evaluator.assign(name, { kind: 'function', name, call, trail: [] }, scope);
  return undefined;
}

/** What decorators change of how a method is called; any other leaves the function as it is. */
export function decorate(node: Node, definition: Node, scope: Scope): void {
  const name = definition.childForFieldName('name')?.text ?? '';
  const value = scope.names.get(name);
  if (value?.kind !== 'function') return;
  for (const child of node.namedChildren) {
    if (child?.type !== 'decorator') continue;
    const decorator = /[\w.]+/.exec(child.text)?.[0].split('.').at(-1) ?? '';
    const change = decorators[decorator];
    if (change) scope.names.set(name, { ...value, ...change });
  }
}

const decorators: Readonly<
  Record<string, { readonly isGetter?: true; readonly binds?: 'nothing' | 'class' }>
> = {
  property: { isGetter: true },
  cached_property: { isGetter: true },
  staticmethod: { binds: 'nothing' },
  classmethod: { binds: 'class' },
};

function bindParameters(
  evaluator: Evaluator,
  parameters: Node | null,
  args: CallArguments,
  scope: Scope,
): void {
  const nodes = (parameters?.namedChildren ?? []).filter((node) => node !== null);
  for (const [index, node] of nodes.entries()) {
    const name = parameterName(node);
    const given = args.named.get(name) ?? args.positional[index];
    const fallback = node.childForFieldName('value');
    scope.set(
      name,
      given ??
        (fallback
          ? evaluator.expression(fallback, scope)
          : unknown(`the argument '${name}' is not known here`)),
    );
  }
}

function parameterName(node: Node): string {
  if (node.type === 'identifier') return node.text;
  return (node.childForFieldName('name') ?? node.namedChildren[0] ?? node).text;
}
