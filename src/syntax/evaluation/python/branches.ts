import type { Node } from 'web-tree-sitter';
import { oneOf, truthOf, type Value } from '../value';
import type { Completion, Evaluator } from './evaluator';
import type { Scope } from './scope';

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

export function ifStatement(evaluator: Evaluator, node: Node, scope: Scope): Completion {
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

export function matchStatement(evaluator: Evaluator, node: Node, scope: Scope): Completion {
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
