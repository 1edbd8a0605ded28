import type { Node } from 'web-tree-sitter';
import { oneOf, scalar, unknown, type Value, type WorkspaceObject } from '../value';
import { classValue, createProvider } from './classes';
import type { Completion, Evaluator } from './evaluator';
import { functionValue } from './functions';
import { keyText } from './members';
import { exportStatement, importStatement } from './modules';
import { childrenOf } from '../nodes';
import { field } from './nodes';
import { truth } from './operators';
import { bindPattern, declaring, propertyKey } from './patterns';
import { forInStatement, loopStatement } from './loops';
import type { Scope } from './scope';
import { switchStatement } from './switches';

type StatementRule = (evaluator: Evaluator, node: Node, scope: Scope) => Completion;

const body: StatementRule = (evaluator, node, scope) => {
  const inner = field(node, 'body');
  return inner ? evaluator.statement(inner, scope) : undefined;
};

const left =
  (kind: 'break' | 'continue'): StatementRule =>
  () => ({ kind, isCertain: true, value: scalar(undefined) });

export const statementRules: Readonly<Record<string, StatementRule>> = {
  expression_statement: (evaluator, node, scope) => {
    evaluator.expression(childrenOf(node)[0], scope);
    return undefined;
  },
  statement_block: (evaluator, node, scope) =>
    evaluator.block(childrenOf(node), scope.inner('block')),
  lexical_declaration: declaration,
  variable_declaration: declaration,
  class_declaration: classDeclaration,
  abstract_class_declaration: classDeclaration,
  enum_declaration: enumDeclaration,
  import_statement: importStatement,
  export_statement: exportStatement,
  if_statement: ifStatement,
  switch_statement: switchStatement,
  for_in_statement: forInStatement,
  for_statement: loopStatement,
  while_statement: loopStatement,
  do_statement: loopStatement,
  labeled_statement: body,
  with_statement: body,
  internal_module: body,
  module: body,
  try_statement: tryStatement,
  break_statement: left('break'),
  continue_statement: left('continue'),
  return_statement: (evaluator, node, scope) => {
    const [value] = childrenOf(node);
    const returned = value ? evaluator.expression(value, scope) : scalar(undefined);
    return { kind: 'return', isCertain: true, value: evaluator.marked(returned) };
  },
  throw_statement: (evaluator, node, scope) => {
    evaluator.expression(childrenOf(node)[0], scope);
    evaluator.isStopped = true;
    evaluator.host.onRaised();
    return undefined;
  },
};

/** Functions are there before the block that declares them starts. */
export function hoist(evaluator: Evaluator, nodes: readonly Node[], scope: Scope): void {
  for (const node of nodes) {
    const declared = node.type === 'export_statement' ? field(node, 'declaration') : node;
    const isFunction = /^(?:generator_)?function_declaration$/.test(declared?.type ?? '');
    if (!declared || !isFunction) continue;
    const name = field(declared, 'name')?.text ?? '';
    scope.names.set(name, { ...functionValue(evaluator, declared, scope), name });
  }
}

function declaration(evaluator: Evaluator, node: Node, scope: Scope): Completion {
  const names = node.type === 'variable_declaration' ? scope.functionNames : scope.names;
  const bind = declaring(evaluator, names);
  for (const declarator of childrenOf(node)) {
    if (declarator.type !== 'variable_declarator') continue;
    const value = field(declarator, 'value');
    const given = value ? evaluator.expression(value, scope) : scalar(undefined);
    bindPattern(evaluator, field(declarator, 'name'), given, scope, bind);
  }
  return undefined;
}

function classDeclaration(evaluator: Evaluator, node: Node, scope: Scope): Completion {
  const type = classValue(evaluator, node, scope);
  evaluator.memory.set(scope.names, type.object.name, type);
  const own = childrenOf(node);
  const before = node.parent?.type === 'export_statement' ? childrenOf(node.parent) : [];
  const decorators = [...before, ...own].filter((child) => child.type === 'decorator');
  for (const decorator of decorators) evaluator.expression(childrenOf(decorator)[0], scope);
  if (decorators.some(({ text }) => text.startsWith('@Injectable')))
    createProvider(evaluator, type, scope.origin(node));
  return undefined;
}

/** A TypeScript enum, as the object that it becomes. */
function enumDeclaration(evaluator: Evaluator, node: Node, scope: Scope): Completion {
  const attributes = new Map<string, Value>();
  let next: Value = scalar(0);
  for (const member of childrenOf(field(node, 'body') ?? node)) {
    const name = keyText(propertyKey(evaluator, field(member, 'name') ?? member, scope));
    const given = field(member, 'value');
    const value: Value = given ? evaluator.expression(given, scope) : next;
    if (name !== undefined) attributes.set(name, value);
    next =
      value.kind === 'scalar' && typeof value.value === 'number'
        ? scalar(value.value + 1)
        : unknown('the number of the member is not known');
  }
  const name = field(node, 'name')?.text ?? '';
  const object: WorkspaceObject = {
    kind: 'class',
    name,
    origin: scope.origin(node, name),
    attributes,
    parents: [],
  };
  evaluator.memory.set(scope.names, name, { kind: 'object', object, trail: [] });
  return undefined;
}

function ifStatement(evaluator: Evaluator, node: Node, scope: Scope): Completion {
  const condition = field(node, 'condition');
  const consequence = field(node, 'consequence');
  const alternative = field(node, 'alternative');
  const otherwise = alternative && childrenOf(alternative)[0];
  const value = evaluator.expression(condition, scope);
  if (evaluator.isStopped) return undefined;
  const holds = truth(value);
  const take = (): Completion =>
    consequence ? evaluator.statement(consequence, scope) : undefined;
  const leave = (): Completion => (otherwise ? evaluator.statement(otherwise, scope) : undefined);
  const origin = scope.origin(node);
  const completion = evaluator.under(value, origin, () =>
    holds === undefined ? evaluator.both(take, leave) : holds ? take() : leave(),
  );
  // What follows a way out of the function is reached only because that way was not taken.
  if (consequence && returns(consequence)) evaluator.hold(value, origin);
  return completion;
}

export function returns(node: Node): boolean {
  return node.type === 'return_statement' || node.descendantsOfType('return_statement').length > 0;
}

/** The handler runs only where the body is known to throw: anything else is taken to work. */
function tryStatement(evaluator: Evaluator, node: Node, scope: Scope): Completion {
  const run = (block: Node | null, inner = scope): Completion =>
    block ? evaluator.statement(block, inner) : undefined;
  let completion = run(field(node, 'body'));
  const handler = field(node, 'handler');
  if (evaluator.isStopped && handler) {
    evaluator.isStopped = false;
    const inner = scope.inner('block');
    const thrown = unknown('what is thrown is not followed');
    const bind = declaring(evaluator, inner.names);
    bindPattern(evaluator, field(handler, 'parameter'), thrown, inner, bind);
    completion = run(field(handler, 'body'), inner);
  }
  const wasStopped = evaluator.isStopped;
  evaluator.isStopped = false;
  const finalizer = field(node, 'finalizer');
  const last = run(finalizer && field(finalizer, 'body'));
  evaluator.isStopped ||= wasStopped;
  return last ?? completion;
}

/** One completion for two ways of which one is taken. */
export function merge(one: Completion, other: Completion): Completion {
  if (!one || !other) {
    const only = one ?? other;
    return only && { ...only, isCertain: false };
  }
  const values = [one, other].flatMap(({ kind, value }) => (kind === 'return' ? [value] : []));
  const value = values.length > 0 ? oneOf(values) : scalar(undefined);
  const isCertain = one.isCertain && other.isCertain && one.kind === other.kind;
  return { kind: values.length > 0 ? 'return' : one.kind, isCertain, value };
}
