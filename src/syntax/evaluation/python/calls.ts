import type { Node } from 'web-tree-sitter';
import { findAttribute, madeBehind } from '../attributes';
import { external, unknown, type CallArguments, type Value } from '../value';
import type { Evaluator } from './evaluator';
import { callMethod } from './methods';
import type { Scope } from './scope';
import { callBase, classOf, selfOf, superOf, type MethodCall } from './super';

/** `f(…)`, `a.f(…)`: a method gets its instance as the first argument. */
export function callExpression(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const callee = node.childForFieldName('function');
  const list = node.childForFieldName('arguments');
  const args: CallArguments = list
    ? argumentsOf(evaluator, list, scope)
    : { positional: [], named: new Map() };
  const origin = scope.origin(node);
  if (callee?.type === 'attribute') {
    const receiver = evaluator.expression(callee.childForFieldName('object'), scope);
    const name = callee.childForFieldName('attribute')?.text ?? '';
    return callAttribute(evaluator, receiver, { name, args, origin, scope });
  }
  if (callee?.type === 'identifier' && callee.text === 'super' && !scope.get('super'))
    return superOf(args, scope);
  return evaluator.call(evaluator.expression(callee, scope), args, origin, scope);
}

function callAttribute(evaluator: Evaluator, receiver: Value, method: MethodCall): Value {
  const { name, args, origin, scope } = method;
  const library = libraryClass(receiver);
  const ofLibrary = external(`${library ?? ''}.${name}`);
  const given = { ...args, self: receiver };
  const own = receiver.kind === 'made' ? findAttribute(receiver, name) : undefined;
  if (library !== undefined && !own && evaluator.hasRule(ofLibrary.name))
    return evaluator.call(ofLibrary, given, origin, scope);
  const known = callMethod(evaluator, receiver, name, args, origin);
  if (known) return known;
  const member = own ?? findAttribute(receiver, name);
  if (!member && library !== undefined) return evaluator.call(ofLibrary, given, origin, scope);
  if (!member) return callBehind(evaluator, receiver, method);
  const self = isMethod(receiver, name) ? selfOf(receiver) : undefined;
  const bound = boundTo(member, self, receiver);
  const positional = bound ? [bound, ...args.positional] : args.positional;
  return evaluator.call(member, { ...args, positional }, origin, scope);
}

/** A method that no class of the workspace has: that of the library's class behind the object. */
function callBehind(evaluator: Evaluator, receiver: Value, method: MethodCall): Value {
  const behind = findAttribute(receiver, madeBehind);
  if (behind) return callAttribute(evaluator, behind, method);
  const ofBase = callBase(evaluator, receiver, method);
  if (ofBase) return ofBase;
  return receiver.kind === 'unknown' ? receiver : unknown(`'${method.name}' is not found`);
}

/** What a library's value is an instance of, as the names of its methods start. */
function libraryClass(value: Value): string | undefined {
  if (value.kind === 'made') return `${value.maker}()`;
  return value.kind === 'map' ? value.type : undefined;
}

/** Whether the name is that of a method, and not of a function that the instance holds itself. */
function isMethod(receiver: Value, name: string): boolean {
  if (receiver.kind === 'made') return !receiver.attributes.has(name);
  if (receiver.kind !== 'object' || receiver.object.kind !== 'instance') return false;
  return !receiver.object.attributes.has(name);
}

/** What a method gets as its first argument: nothing for a static one, the class for a class's own. */
function boundTo(member: Value, self: Value | undefined, receiver: Value): Value | undefined {
  const binds = member.kind === 'function' ? member.binds : undefined;
  if (binds === 'nothing') return undefined;
  if (binds === 'class') return (self && classOf(self)) ?? receiver;
  return self;
}

/** Arguments with `*list` and `**map` laid out where they are known. */
export function argumentsOf(evaluator: Evaluator, list: Node, scope: Scope): CallArguments {
  const positional: Value[] = [];
  const named = new Map<string, Value>();
  for (const child of list.namedChildren) {
    if (!child || child.type === 'comment') continue;
    if (child.type === 'keyword_argument')
      named.set(
        child.childForFieldName('name')?.text ?? '',
        evaluator.expression(child.childForFieldName('value'), scope),
      );
    else if (child.type === 'dictionary_splat')
      addEntries(named, evaluator.expression(child.namedChildren[0], scope));
    else if (child.type === 'list_splat') {
      const rest = evaluator.expression(child.namedChildren[0], scope);
      if (rest.kind === 'list') positional.push(...rest.items);
    } else positional.push(evaluator.expression(child, scope));
  }
  return { positional, named };
}

function addEntries(named: Map<string, Value>, value: Value): void {
  if (value.kind === 'map') for (const [name, entry] of value.entries) named.set(name, entry);
}
