import type { Node } from 'web-tree-sitter';
import {
  oneOf,
  scalar,
  truthOf,
  unknown,
  type CallArguments,
  type Value,
  type WorkspaceObject,
} from '../value';
import { argumentsOf } from './calls';
import { importFrom, importNames } from './imports';
import type { Completion, Evaluator } from './evaluator';
import { Scope } from './scope';

type StatementRule = (evaluator: Evaluator, node: Node, scope: Scope) => Completion;

const longestLoop = 64;

export const statementRules: Readonly<Record<string, StatementRule>> = {
  expression_statement: (evaluator, node, scope) => {
    for (const child of node.namedChildren) evaluator.expression(child, scope);
    return undefined;
  },
  return_statement: (evaluator, node, scope) => ({
    kind: 'return',
    value: evaluator.marked(
      node.namedChildren[0] ? evaluator.expression(node.namedChildren[0], scope) : scalar(null),
    ),
  }),
  import_statement: importNames,
  import_from_statement: importFrom,
  if_statement: ifStatement,
  class_definition: classDefinition,
  function_definition: functionDefinition,
  decorated_definition: (evaluator, node, scope) => {
    const definition = node.childForFieldName('definition');
    if (!definition) return undefined;
    const completion = statementRules[definition.type]?.(evaluator, definition, scope);
    decorate(node, definition, scope);
    return completion;
  },
  for_statement: forStatement,
  while_statement: (evaluator, node, scope) => bodyOf(evaluator, node, scope),
  with_statement: withStatement,
  try_statement: tryStatement,
  match_statement: matchStatement,
  global_statement: (_, node, scope) => {
    for (const name of node.namedChildren) if (name) scope.globals.add(name.text);
    return undefined;
  },
};

function bodyOf(evaluator: Evaluator, node: Node, scope: Scope): Completion {
  const body = node.childForFieldName('body');
  return body ? maybe(evaluator.block(body, scope)) : undefined;
}

function maybe(completion: Completion): Completion {
  return completion && { kind: 'mayReturn', value: completion.value };
}

interface Branch {
  readonly condition: Node | null;
  readonly body: Node | null;
}

function branchesOf(node: Node): Branch[] {
  const alternatives = node.childrenForFieldName('alternative').map((alternative) => ({
    condition: alternative?.childForFieldName('condition') ?? null,
    body:
      alternative?.childForFieldName('consequence') ??
      alternative?.childForFieldName('body') ??
      null,
  }));
  return [
    { condition: node.childForFieldName('condition'), body: node.childForFieldName('consequence') },
    ...alternatives,
  ];
}

function ifStatement(evaluator: Evaluator, node: Node, scope: Scope): Completion {
  return takeBranch(evaluator, branchesOf(node), scope);
}

/** Takes the branch that is known to be taken; where that cannot be known, every branch that may be, one beside the other. */
function takeBranch(evaluator: Evaluator, branches: readonly Branch[], scope: Scope): Completion {
  const [branch, ...rest] = branches;
  if (!branch?.body) return undefined;
  const { condition, body } = branch;
  if (!condition) return evaluator.block(body, scope);
  const value = evaluator.expression(condition, scope);
  const truth = truthOf(value);
  const take = (): Completion => evaluator.block(body, scope);
  const leave = (): Completion => takeBranch(evaluator, rest, scope);
  const origin = scope.origin(condition);
  const completion = evaluator.under(value, origin, () =>
    truth === undefined ? both(evaluator, take, leave) : truth ? take() : leave(),
  );
  // What follows a way out of the function is reached only because that way was not taken.
  if (body.descendantsOfType('return_statement').length > 0) evaluator.hold(value, origin);
  return completion;
}

function both(
  { memory }: Evaluator,
  first: () => Completion,
  second: () => Completion,
): Completion {
  const way = (follow: () => Completion) => () => ({ result: follow(), stops: false });
  const [{ result: one }, { result: other }] = memory.both(way(first), way(second));
  if (one?.kind === 'return' && other?.kind === 'return')
    return { kind: 'return', value: oneOf([one.value, other.value]) };
  const values = [one, other].flatMap((completion) => completion?.value ?? []);
  return values.length > 0 ? { kind: 'mayReturn', value: oneOf(values) } : undefined;
}

function classDefinition(evaluator: Evaluator, node: Node, scope: Scope): Completion {
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
  const inner = Scope.ofClass(scope, attributes);
  const body = node.childForFieldName('body');
  if (body) evaluator.block(body, inner);
  evaluator.assign(name, { kind: 'object', object, trail: [] }, scope);
  return undefined;
}

function functionDefinition(evaluator: Evaluator, node: Node, scope: Scope): Completion {
  const name = node.childForFieldName('name')?.text ?? '';
  const body = node.childForFieldName('body');
  const parameters = node.childForFieldName('parameters');
  const call = (args: CallArguments): Value => {
    const inner = Scope.ofFunction(scope);
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
function decorate(node: Node, definition: Node, scope: Scope): void {
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

function forStatement(evaluator: Evaluator, node: Node, scope: Scope): Completion {
  const items = evaluator.expression(node.childForFieldName('right'), scope);
  const left = node.childForFieldName('left');
  const values =
    items.kind === 'list' && items.items.length <= longestLoop
      ? items.items
      : [unknown('it changes from turn to turn')];
  let last: Completion;
  for (const value of values) {
    if (left?.type === 'identifier') evaluator.assign(left.text, value, scope);
    else
      for (const name of left?.namedChildren ?? [])
        if (name) evaluator.assign(name.text, unknown('it changes from turn to turn'), scope);
    last = bodyOf(evaluator, node, scope) ?? last;
  }
  return last;
}

function withStatement(evaluator: Evaluator, node: Node, scope: Scope): Completion {
  for (const item of node.descendantsOfType('with_item')) {
    const value = item?.childForFieldName('value');
    if (value?.type !== 'as_pattern') evaluator.expression(value, scope);
    else {
      const given = evaluator.expression(value.namedChildren[0], scope);
      const alias = value.childForFieldName('alias');
      if (alias) evaluator.assign(alias.text, given, scope);
    }
  }
  const body = node.childForFieldName('body');
  return body ? evaluator.block(body, scope) : undefined;
}

/** The handlers run after the body only where the body read a variable that is not set: anything else is taken to work. */
function tryStatement(evaluator: Evaluator, node: Node, scope: Scope): Completion {
  const body = node.childForFieldName('body');
  const before = evaluator.host.raised;
  const completion = body ? evaluator.block(body, scope) : undefined;
  const hasRaised = evaluator.host.raised > before;
  for (const clause of node.namedChildren) {
    const isHandler = clause?.type === 'except_clause' || clause?.type === 'except_group_clause';
    if (!clause || clause === body || (isHandler && !hasRaised)) continue;
    const block =
      clause.childForFieldName('body') ??
      clause.namedChildren.findLast((child) => child?.type === 'block');
    if (block && (isHandler || clause.type === 'finally_clause' || !hasRaised))
      evaluator.block(block, scope);
  }
  return hasRaised ? maybe(completion) : completion;
}

function matchStatement(evaluator: Evaluator, node: Node, scope: Scope): Completion {
  const subject = evaluator.expression(node.childForFieldName('subject'), scope);
  const clauses = node.descendantsOfType('case_clause').filter((clause) => clause !== null);
  const take = (clause: Node): Completion => {
    const block = clause.childForFieldName('consequence');
    return block ? evaluator.block(block, scope) : undefined;
  };
  const visit = ([clause, ...rest]: readonly Node[]): Completion => {
    if (!clause) return undefined;
    const truth = matches(evaluator, clause, subject, scope);
    if (truth === undefined)
      return both(
        evaluator,
        () => take(clause),
        () => visit(rest),
      );
    return truth ? take(clause) : visit(rest);
  };
  return evaluator.under(subject, scope.origin(node), () => visit(clauses));
}

function matches(
  evaluator: Evaluator,
  clause: Node,
  subject: Value,
  scope: Scope,
): boolean | undefined {
  const patterns = clause.namedChildren.filter((child) => child?.type === 'case_pattern');
  const literals = patterns.flatMap((pattern) => {
    const inner = pattern?.namedChildren[0];
    return inner?.type === 'union_pattern' ? inner.namedChildren : [inner ?? null];
  });
  const results = literals.map((literal): boolean | undefined => {
    if (!literal || literal.type === 'dotted_name') return true;
    if (literal.type !== 'string') return undefined;
    return evaluator.equal(subject, evaluator.expression(literal, scope));
  });
  return results.includes(true) ? true : results.includes(undefined) ? undefined : false;
}
