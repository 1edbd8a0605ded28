import type { Node } from 'web-tree-sitter';
import { partOf, type Meaning } from '../statements/codeGrammar';
import { each } from '../statements/expression';
import { lineOf, type ExpressionReader } from '../statements/expressionReader';
import type { Loop } from '../statements/foundCall';
import type { CallCollector } from './callCollector';
import type { Place } from './place';

type Kind<Is extends Meaning['is']> = Extract<Meaning, { readonly is: Is }>;

const cursorMoves = /^(hasNext|has_next|tryNext|next)$/;

/** Knows what loops go over. */
export class Loops {
  constructor(
    private readonly reader: ExpressionReader,
    private readonly collector: CallCollector,
  ) {}

  /** The place inside a loop, whose names now stand for each of what it goes over. */
  enter(node: Node, { item, source }: Kind<'loop'>, place: Place): Place {
    const { names, depth, owner, returning, type } = place;
    const read = this.reader.read(partOf(node, source));
    const over =
      read.kind === 'chain' ? this.collector.resolve(read, names, lineOf(node)) : undefined;
    const steps = over && [...over, { name: each, line: lineOf(node) }];
    for (const name of this.reader.namesIn(partOf(node, item)))
      names.declare(name, steps && { kind: 'chain', steps });
    const loop = { isConditional: false, ...(over ? { source: over } : {}) };
    return { names, depth, owner, returning, type, loop };
  }

  /** `while (cursor.hasNext())` goes over what the cursor does. */
  repeated(node: Node, meaning: Meaning, { names }: Place): Loop {
    const condition = meaning.is === 'while' ? partOf(node, meaning.condition) : undefined;
    const read = this.reader.read(condition);
    const steps =
      read.kind === 'chain' ? this.collector.resolve(read, names, lineOf(node)) : undefined;
    const isCursor = steps && cursorMoves.test(steps.at(-1)?.name ?? '');
    return { isConditional: false, ...(isCursor ? { source: steps.slice(0, -1) } : {}) };
  }
}
