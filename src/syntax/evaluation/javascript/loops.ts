import type { Node } from 'web-tree-sitter';
import { scalar, unknown, type Value } from '../value';
import type { Completion, Evaluator } from './evaluator';
import { field } from './nodes';
import { assign } from './assignments';
import { bindPattern, declaring } from './patterns';
import type { Scope } from './scope';

const longestLoop = 64;

/** `for (const a of list)`, `for (const key in object)`. */
export function forInStatement(evaluator: Evaluator, node: Node, scope: Scope): Completion {
  const whole = evaluator.expression(field(node, 'right'), scope);
  const items = field(node, 'operator')?.text === 'of' ? itemsOf(whole) : keysOf(whole);
  const turn = (item: Value): Completion => {
    const inner = scope.inner('block');
    const left = field(node, 'left');
    if (field(node, 'kind'))
      bindPattern(evaluator, left, item, inner, declaring(evaluator, inner.names));
    else assign(evaluator, left, item, inner);
    return runTurn(evaluator, node, inner);
  };
  if (!items || items.length > longestLoop)
    return maybe(evaluator, () => turn(unknown('it changes from turn to turn')));
  return turnsFrom(evaluator, items, 0, turn);
}

/** Turn by turn, until one leaves the loop; after one that may have left it, the others may not come. */
function turnsFrom(
  evaluator: Evaluator,
  items: readonly Value[],
  start: number,
  turn: (item: Value) => Completion,
): Completion {
  for (let index = start; index < items.length; index++) {
    const completion = turn(items[index]!);
    if (evaluator.isStopped) return undefined;
    if (!completion || completion.kind === 'continue') continue;
    if (completion.isCertain) return leaving(completion);
    return leaving(
      evaluator.both(
        () => ({ ...completion, isCertain: true }),
        () => turnsFrom(evaluator, items, index + 1, turn),
      ),
    );
  }
  return undefined;
}

/** `while`, `do`, `for (;;)`: the number of turns is not known, so what they write may or may not be. */
export function loopStatement(evaluator: Evaluator, node: Node, scope: Scope): Completion {
  const inner = scope.inner('block');
  const initializer = field(node, 'initializer');
  if (initializer) evaluator.statement(initializer, inner);
  if (node.type === 'do_statement') return leaving(runTurn(evaluator, node, inner));
  return maybe(evaluator, () => runTurn(evaluator, node, inner));
}

function maybe(evaluator: Evaluator, work: () => Completion): Completion {
  return leaving(evaluator.both(work, () => undefined));
}

function runTurn(evaluator: Evaluator, node: Node, scope: Scope): Completion {
  const body = field(node, 'body');
  return body ? evaluator.statement(body, scope) : undefined;
}

/** `break` and `continue` end with the loop; `return` does not. */
export function leaving(completion: Completion): Completion {
  return completion?.kind === 'return' ? completion : undefined;
}

function itemsOf(value: Value): readonly Value[] | undefined {
  return value.kind === 'list' ? value.items : undefined;
}

function keysOf(value: Value): readonly Value[] | undefined {
  return value.kind === 'map' && !value.rest
    ? [...value.entries.keys()].map((key) => scalar(key))
    : undefined;
}
