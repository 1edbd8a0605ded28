import type { Node } from 'web-tree-sitter';
import { scalar, unknown } from '../value';
import { ifStatement, matchStatement } from './branches';
import { classDefinition, decorate, functionDefinition } from './definitions';
import type { Completion, Evaluator } from './evaluator';
import { importFrom, importNames } from './imports';
import type { Scope } from './scope';

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
