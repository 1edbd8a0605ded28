import type { Node } from 'web-tree-sitter';
import { textOf } from '../value';
import type { Completion, Evaluator } from './evaluator';
import { childrenOf } from '../nodes';
import { field } from './nodes';
import type { Scope } from './scope';

interface Case {
  readonly node: Node;
  /** `undefined` for `default`. */
  readonly test: Node | null;
}

/** Runs the case that is equal and those that it falls through to; where that cannot be known, each that may be. */
export function switchStatement(evaluator: Evaluator, node: Node, scope: Scope): Completion {
  const subject = evaluator.expression(field(node, 'value'), scope);
  const cases = childrenOf(field(node, 'body') ?? node).flatMap((child): Case[] =>
    /^switch_(?:case|default)$/.test(child.type)
      ? [{ node: child, test: field(child, 'value') }]
      : [],
  );
  const inner = scope.inner('block');
  const origin = scope.origin(node);
  const values = cases.map(({ test }) => test && evaluator.expression(test, inner));
  // Each case is compared even where an earlier one holds: its text is a value that the variable may have.
  const held = values.map((value) => value && evaluator.equal(subject, value));
  const run = (index: number): Completion => {
    const value = values[index];
    const choice = value ? textOf(value) : 'default';
    return evaluator.under(
      subject,
      origin,
      () => bodiesFrom(evaluator, cases, index, inner),
      choice,
    );
  };
  const completion = choose(evaluator, cases, held, run, 0);
  if (cases.some((one) => one.node.descendantsOfType('return_statement').length > 0))
    evaluator.hold(subject, origin);
  return completion?.kind === 'break' ? undefined : completion;
}

function choose(
  evaluator: Evaluator,
  cases: readonly Case[],
  held: readonly (boolean | null | undefined)[],
  run: (index: number) => Completion,
  start: number,
): Completion {
  const next = held.findIndex(
    (result, index) => index >= start && result !== false && result !== null,
  );
  if (next < 0) {
    const fallback = cases.findIndex(({ test }) => !test);
    return fallback < 0 ? undefined : run(fallback);
  }
  if (held[next] === true) return run(next);
  return evaluator.both(
    () => withoutBreak(run(next)),
    () => withoutBreak(choose(evaluator, cases, held, run, next + 1)),
  );
}

/** A `break` of one case is the end of the switch, as falling out of another is. */
function withoutBreak(completion: Completion): Completion {
  return completion?.kind === 'break' ? undefined : completion;
}

function bodiesFrom(
  evaluator: Evaluator,
  cases: readonly Case[],
  start: number,
  scope: Scope,
): Completion {
  const nodes = cases
    .slice(start)
    .flatMap(({ node }) => node.childrenForFieldName('body'))
    .filter((node) => node !== null);
  return evaluator.block(nodes, scope);
}
