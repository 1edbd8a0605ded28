import type { Node } from 'web-tree-sitter';
import type { Origin } from '../../../core/environment/setting';
import { findAttribute, madeBehind } from '../attributes';
import { scalar, unknown, type CallArguments, type Value, type WorkspaceObject } from '../value';
import type { Evaluator } from './evaluator';
import { bindParameters, functionValue, runBody } from './functions';
import { keyText } from './members';
import { childrenOf } from '../nodes';
import { field } from './nodes';
import { propertyKey } from './patterns';
import type { Scope } from './scope';

/** The attribute of a class under which its constructor and fields are kept; no name of a program. */
const construction = '[[construct]]';

type ClassValue = Value & { kind: 'object' };

/** A class with its static fields; the fields of its instances are followed at each `new`. */
export function classValue(evaluator: Evaluator, node: Node, scope: Scope): ClassValue {
  const name = field(node, 'name')?.text ?? 'class';
  const base = baseOf(evaluator, node, scope);
  const members = childrenOf(field(node, 'body') ?? node);
  const prototype = objectOf('instance', name, scope.origin(node), base ? prototypeOf(base) : []);
  const type = objectOf('class', name, scope.origin(node, name), base ? [base] : []);
  const { attributes } = type.object;
  attributes.set('prototype', prototype);
  const inner = scope.inner('block');
  inner.names.set('this', type);
  inner.names.set(name, type);
  attributes.set(construction, constructorOf(evaluator, members, base, inner));
  for (const member of members) {
    const target = isStatic(member) ? attributes : prototype.object.attributes;
    if (member.type === 'method_definition') addMethod(evaluator, member, target, inner);
    else if (member.type === 'class_static_block')
      evaluator.block(childrenOf(field(member, 'body') ?? member), inner.inner('block'));
    else if (isField(member) && isStatic(member)) setField(evaluator, member, attributes, inner);
  }
  return type;
}

function objectOf(
  kind: WorkspaceObject['kind'],
  name: string,
  origin: Origin,
  parents: readonly Value[],
): ClassValue {
  return {
    kind: 'object',
    object: { kind, name, origin, attributes: new Map(), parents },
    trail: [],
  };
}

function baseOf(evaluator: Evaluator, node: Node, scope: Scope): Value | undefined {
  const heritage = childrenOf(node).find(({ type }) => type === 'class_heritage');
  const [clause] = heritage ? childrenOf(heritage) : [];
  const base = clause?.type === 'extends_clause' ? field(clause, 'value') : clause;
  return base && base.type !== 'implements_clause' ? evaluator.expression(base, scope) : undefined;
}

function prototypeOf(base: Value): Value[] {
  const found = base.kind === 'object' ? base.object.attributes.get('prototype') : undefined;
  return found ? [found] : [];
}

const isStatic = (member: Node): boolean =>
  member.children.some((child) => child?.type === 'static') || member.type === 'class_static_block';

const isField = ({ type }: Node): boolean =>
  type === 'public_field_definition' || type === 'field_definition';

/** Methods and accessors of an object literal or class. */
export function addMethod(
  evaluator: Evaluator,
  node: Node,
  target: Map<string, Value>,
  scope: Scope,
): void {
  const name = keyText(propertyKey(evaluator, field(node, 'name'), scope));
  const accessor = node.children.find((child) => child?.type === 'get' || child?.type === 'set');
  if (name === undefined || accessor?.type === 'set') return;
  const method = functionValue(evaluator, node, scope);
  target.set(name, accessor ? { ...method, isGetter: true } : method);
}

function setField(
  evaluator: Evaluator,
  node: Node,
  target: Map<string, Value>,
  scope: Scope,
): void {
  const key = keyText(
    propertyKey(evaluator, field(node, 'name') ?? field(node, 'property'), scope),
  );
  const value = field(node, 'value');
  if (key !== undefined)
    evaluator.memory.set(
      target,
      key,
      value ? evaluator.expression(value, scope) : scalar(undefined),
    );
}

function constructorOf(
  evaluator: Evaluator,
  members: readonly Node[],
  base: Value | undefined,
  scope: Scope,
): Value {
  const own = members.find(
    (member) =>
      member.type === 'method_definition' && field(member, 'name')?.text === 'constructor',
  );
  const fields = members.filter((member) => isField(member) && !isStatic(member));
  const setFields = (self: Value): void => {
    const inner = scope.inner('function');
    inner.names.set('this', self);
    if (self.kind === 'object')
      for (const member of fields) setField(evaluator, member, self.object.attributes, inner);
  };
  const call = (args: CallArguments, origin: Origin): Value => {
    const self = args.self ?? unknown('a constructor is called as a function');
    const initialiseBase = (given: CallArguments): void => {
      if (base) constructBase(evaluator, base, self, given, origin);
      setFields(self);
    };
    if (!own || !base) initialiseBase(args);
    if (own)
      runConstructor(evaluator, own, args, { self, initialiseBase, isDerived: !!base }, scope);
    return self;
  };
  return { kind: 'function', name: 'constructor', call, trail: [] };
}

interface Construction {
  readonly self: Value;
  readonly isDerived: boolean;
  initialiseBase(args: CallArguments): void;
}

function runConstructor(
  evaluator: Evaluator,
  node: Node,
  args: CallArguments,
  { self, initialiseBase, isDerived }: Construction,
  scope: Scope,
): void {
  const inner = scope.inner('function');
  inner.names.set('this', self);
  if (isDerived)
    inner.names.set('super', {
      kind: 'function',
      name: 'super',
      call: (given) => {
        initialiseBase(given);
        return self;
      },
      trail: [],
    });
  bindParameters(evaluator, node, args, inner);
  runBody(evaluator, field(node, 'body'), inner);
}

/** Of a library's class, an instance stands behind ours, so that its attributes are found. */
function constructBase(
  evaluator: Evaluator,
  base: Value,
  self: Value,
  args: CallArguments,
  origin: Origin,
): void {
  const construct = base.kind === 'object' ? base.object.attributes.get(construction) : undefined;
  if (construct) evaluator.call(construct, { ...args, self }, origin);
  else if (base.kind === 'external' && self.kind === 'object')
    evaluator.memory.set(
      self.object.attributes,
      madeBehind,
      evaluator.construct(base, args, origin),
    );
}

export function instanceOf(
  evaluator: Evaluator,
  type: ClassValue,
  args: CallArguments,
  origin: Origin,
): Value {
  const parents = [type.object.attributes.get('prototype') ?? type];
  const self: Value = {
    ...objectOf('instance', type.object.name, origin, parents),
    trail: type.trail,
  };
  const construct = findAttribute(type, construction);
  if (construct) evaluator.call(construct, { ...args, self }, origin);
  return self;
}

/** Frameworks create one of each class that is marked as a provider. */
export function createProvider(evaluator: Evaluator, type: ClassValue, origin: Origin): void {
  evaluator.both(
    () => void instanceOf(evaluator, type, { positional: [], named: new Map() }, origin),
    () => undefined,
  );
}
