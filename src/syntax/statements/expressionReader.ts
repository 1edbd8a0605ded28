import type { Node } from 'web-tree-sitter';
import { childrenOf } from '../evaluation/nodes';
import { partOf, type CodeGrammar, type Meaning, type Part } from './codeGrammar';
import {
  numbered,
  sliced,
  stepsOf,
  type Argument,
  type Chain,
  type Expression,
  type Step,
} from './expression';
import { heredocBodies } from './heredocs';
import { placeOfText, readJoined, readText } from './readText';

type Kind<Is extends Meaning['is']> = Extract<Meaning, { readonly is: Is }>;

const other: Expression = { kind: 'other' };
const deepestNesting = 100;

/** Understands the expressions of one tree. Each is read once. */
export class ExpressionReader {
  readonly #known = new Map<number, Expression>();
  #heredocs: ReadonlyMap<number, Node> | undefined;
  #depth = 0;

  constructor(private readonly grammar: CodeGrammar) {}

  meaningOf(node: Node): Meaning | undefined {
    return this.grammar.nodes[node.type];
  }

  read(node: Node | undefined): Expression {
    const meaning = node && this.meaningOf(node);
    if (!meaning || this.#depth >= deepestNesting) return other;
    const known = this.#known.get(node.id);
    if (known) return known;
    this.#depth++;
    const expression = this.#understand(node, meaning);
    this.#depth--;
    this.#known.set(node.id, expression);
    return expression;
  }

  /** The names that a target of an assignment, a loop or a parameter list gives. */
  namesIn(node: Node | undefined): readonly string[] {
    if (!node || this.meaningOf(node)?.is === 'type') return [];
    const expression = this.read(node);
    if (expression.kind === 'chain')
      return expression.steps.length === 1 ? [expression.steps[0]!.name] : [];
    return childrenOf(node).flatMap((child) => this.namesIn(child));
  }

  #understand(node: Node, meaning: Meaning): Expression {
    switch (meaning.is) {
      case 'name':
        return chain([this.#stepOf(node)]);
      case 'own':
        return chain([{ name: 'self', line: lineOf(node) }, this.#stepOf(node)]);
      case 'text':
        return textExpression(readText(node), node);
      case 'heredoc':
        return this.#heredoc(node);
      case 'joined':
        return (
          this.#either(node) ??
          textExpression(
            readJoined(node, (child) => this.read(child)),
            node,
          )
        );
      case 'symbol':
        return textExpression(this.nameOf(node));
      case 'literal':
        return { kind: 'literal', text: node.text };
      case 'nothing':
        return { kind: 'nothing' };
      case 'object':
      case 'list':
        return this.#collection(node, meaning.is);
      case 'comparison':
        return this.#comparison(node);
      case 'several':
        return childrenOf(node).length === 1
          ? this.read(childrenOf(node)[0])
          : this.#collection(node, 'list');
      case 'same':
        return this.read(partOf(node, meaning.child ?? -1));
      case 'spread':
        return this.read(partOf(node, -1));
      case 'assignment':
        return this.read(partOf(node, meaning.value));
      case 'call':
      case 'send':
      case 'member':
      case 'item':
        return this.#chain(node, meaning);
      default:
        return other;
    }
  }

  /** `a || b`: what is made where nothing is there yet says more than what may be there. */
  #either(node: Node): Expression | undefined {
    const operator = node.childForFieldName('operator')?.text ?? '';
    if (!/^(\|\||\?\?)$/.test(operator)) return undefined;
    const [left, right] = [this.read(partOf(node, 0)), this.read(partOf(node, -1))];
    return right.kind !== 'chain' && left.kind === 'chain' ? left : right;
  }

  nameOf(node: Node): string {
    const { sigil } = this.grammar;
    return sigil ? node.text.replace(sigil, '') : node.text;
  }

  #heredoc(node: Node): Expression {
    this.#heredocs ??= heredocBodies(node.tree);
    const body = this.#heredocs.get(node.id);
    return body ? textExpression(readText(body)) : other;
  }

  #comparison(node: Node): Expression {
    const [left, right, ...more] = childrenOf(node);
    if (!left || !right || more.length > 0) return other;
    const operator = node.children.find((child) => child && !child.isNamed)?.type ?? '';
    return { kind: 'comparison', operator, left: this.read(left), right: this.read(right) };
  }

  #collection(node: Node, is: 'object' | 'list'): Expression {
    const members = childrenOf(node).map((child) =>
      is === 'object' ? this.#entry(child) : this.#argument(child),
    );
    const entries = members.flatMap(({ name, value }) =>
      name === undefined ? [] : [[name, value] as const],
    );
    const isObject = is === 'object' || entries.length > 0;
    if (!isObject) return { kind: 'list', items: members.map(({ value }) => value) };
    return { kind: 'object', entries, isOpen: entries.length < members.length };
  }

  #chain(node: Node, meaning: Kind<'call' | 'send' | 'member' | 'item'>): Expression {
    switch (meaning.is) {
      case 'call':
        return this.#call(node, meaning);
      case 'send': {
        const name = this.#nameStep(node, meaning.name);
        const step = { ...name, args: this.#args(node, meaning), end: endOf(node) };
        return chain([...this.#before(node, meaning.receiver), step]);
      }
      case 'member':
        return chain([...this.#before(node, meaning.object), this.#memberStep(node, meaning.name)]);
      case 'item':
        return chain([...this.#before(node, meaning.object), this.#itemStep(node, meaning.index)]);
    }
  }

  #call(node: Node, meaning: Kind<'call'>): Expression {
    const steps = this.#before(node, meaning.callee);
    const args = this.#args(node, meaning);
    const last = steps.at(-1);
    const called: readonly Step[] =
      last?.name && !last.args
        ? [...steps.slice(0, -1), { ...last, args, end: endOf(node) }]
        : [...steps, { name: '', args, line: lineOf(node) }];
    return chain(called);
  }

  #before(node: Node, part: Part): readonly Step[] {
    const before = partOf(node, part);
    return before ? stepsOf(this.read(before), lineOf(before)) : [];
  }

  #memberStep(node: Node, part: Part): Step {
    const step = this.#nameStep(node, part);
    return node.childForFieldName('optional_chain') ? { ...step, isOptional: true } : step;
  }

  #nameStep(node: Node, part: Part): Step {
    const name = partOf(node, part);
    return name ? this.#stepOf(name) : { name: '', line: lineOf(node) };
  }

  #stepOf(name: Node): Step {
    const { row, column } = name.startPosition;
    return { name: this.nameOf(name), line: row + 1, column: column + 1 };
  }

  #itemStep(node: Node, part: Part): Step {
    const index = partOf(node, part);
    const line = lineOf(index ?? node);
    if (index && this.meaningOf(index)?.is === 'slice') return { name: sliced, line };
    const value = this.read(index);
    if (value.kind === 'text') return { name: value.text, line };
    return { name: value.kind === 'literal' ? numbered : (index?.text ?? ''), line };
  }

  #args(node: Node, { args }: Kind<'call' | 'send'>): readonly Argument[] {
    const list = partOf(node, args);
    if (!list) return [];
    // A tagged template, or a generator without parentheses of its own, is the one argument.
    if (this.meaningOf(list)) return [{ value: this.read(list) }];
    return childrenOf(list).map((child) => this.#argument(child));
  }

  #entry(node: Node): Argument {
    const isSpread = this.meaningOf(node)?.is === 'spread';
    return isSpread ? { value: other } : named(this.#argument(node));
  }

  #argument(node: Node): Argument {
    const meaning = this.meaningOf(node);
    if (meaning?.is !== 'pair') return { value: this.read(node) };
    const value = this.read(partOf(node, meaning.value));
    const key = partOf(node, meaning.key);
    const name = key && this.#keyOf(key);
    return name === undefined ? { value } : { name, value };
  }

  #keyOf(node: Node): string | undefined {
    const key = this.read(node);
    if (key.kind === 'text' || key.kind === 'literal') return key.text;
    return childrenOf(node).length === 0 ? this.nameOf(node) : undefined;
  }
}

/** `{ id }` is `{ id: id }`. */
function named(member: Argument): Argument {
  const { name, value } = member;
  const [only, ...others] = value.kind === 'chain' ? value.steps : [];
  const isShort = name === undefined && only && !only.args && only.name && others.length === 0;
  return isShort ? { name: only.name, value } : member;
}

export function lineOf(node: Node): number {
  return node.startPosition.row + 1;
}

function endOf(node: Node): NonNullable<Step['end']> {
  const { row, column } = node.endPosition;
  return { line: row + 1, column: column + 1 };
}

function textExpression(text: string | undefined, node?: Node): Expression {
  const at = node && placeOfText(node);
  return text === undefined ? other : { kind: 'text', text, ...(at ? { at } : {}) };
}

function chain(steps: readonly Step[]): Chain {
  return { kind: 'chain', steps };
}
