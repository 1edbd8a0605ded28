import type { Node } from 'web-tree-sitter';
import { childrenOf } from '../evaluation/nodes';
import { numbered, type Expression, type Step } from '../statements/expression';
import { lineOf, type ExpressionReader } from '../statements/expressionReader';

/** A name or an attribute that is given a value. */
export interface Target {
  readonly steps: readonly Step[];
  readonly value: Expression | undefined;
}

/** What an assignment gives its names: also those of patterns, `{ a, b: c }` and `a, (b, c)`. */
export function targetsOf(
  target: Node | undefined,
  value: Expression | undefined,
  reader: ExpressionReader,
): readonly Target[] {
  if (!target || reader.meaningOf(target)?.is === 'type') return [];
  if (target.type === 'object_pattern')
    return childrenOf(target).flatMap((child) => ofProperty(child, value, reader));
  if (target.type === 'as_pattern_target') return targetsOf(childrenOf(target)[0], value, reader);
  const read = reader.read(target);
  if (read.kind === 'chain') return [{ steps: read.steps, value }];
  const meaning = reader.meaningOf(target);
  if (meaning?.is === 'parameter') return targetsOf(childrenOf(target)[0], value, reader);
  // What a call of Go gives first is what it is about; the rest says how it went.
  const isFirst = (at: number): boolean => meaning?.is === 'several' && at === 0;
  return childrenOf(target).flatMap((child, at) =>
    targetsOf(child, isFirst(at) && value?.kind === 'chain' ? value : itemOf(value, at), reader),
  );
}

function ofProperty(
  node: Node,
  value: Expression | undefined,
  reader: ExpressionReader,
): readonly Target[] {
  const isPair = node.type === 'pair_pattern';
  const key = isPair ? childrenOf(node)[0]?.text : node.text.split(/\s*=/)[0];
  const inner = isPair ? childrenOf(node)[1] : node;
  const held = key === undefined ? undefined : memberOf(value, key, lineOf(node));
  if (isPair) return targetsOf(inner, held, reader);
  return [{ steps: [{ name: key ?? '', line: lineOf(node) }], value: held }];
}

function memberOf(
  value: Expression | undefined,
  name: string,
  line: number,
): Expression | undefined {
  if (value?.kind === 'object') return value.entries.find(([key]) => key === name)?.[1];
  if (value?.kind !== 'chain') return undefined;
  return { kind: 'chain', steps: [...value.steps, { name, line }] };
}

function itemOf(value: Expression | undefined, at: number): Expression | undefined {
  if (value?.kind === 'list') return value.items[at];
  if (value?.kind !== 'chain') return undefined;
  return {
    kind: 'chain',
    steps: [...value.steps, { name: numbered, line: value.steps[0]?.line ?? 1 }],
  };
}
