import type { Node } from 'web-tree-sitter';
import { childrenOf } from '../evaluation/nodes';
import { partOf, type Meaning } from './codeGrammar';
import type { CodeLanguage } from './codeLanguage';
import { each, stepsOf, type Chain, type Expression, type Step } from './expression';
import { ExpressionReader, lineOf } from './expressionReader';
import type { FoundCall, Loop } from './foundCall';
import { Scope } from './scope';

type Kind<Is extends Meaning['is']> = Extract<Meaning, { readonly is: Is }>;

/** Where in the code the walk is. */
interface Place {
  readonly scope: Scope;
  readonly depth: number;
  readonly loop?: Loop;
  /** What a function here is handed as its first parameter. */
  readonly handed?: { readonly steps: readonly Step[]; readonly isEach: boolean };
  /** The node is the beginning of a longer chain, which was looked at as a whole. */
  readonly isBegun?: boolean;
}

const deepestNesting = 400;
const cursorMoves = /^(hasNext|has_next|tryNext|next)$/;

/** Walks through code in its order and reports every call of it. */
export class CallFinder {
  readonly #reader: ExpressionReader;

  constructor(
    private readonly language: CodeLanguage,
    private readonly text: string,
    private readonly report: (call: FoundCall) => void,
  ) {
    this.#reader = new ExpressionReader(language.grammar);
  }

  find(root: Node): void {
    this.#walk(root, { scope: new Scope(this.language.passes), depth: 0 });
  }

  #walk(node: Node, place: Place): void {
    if (place.depth > deepestNesting) return;
    const meaning = this.#reader.meaningOf(node);
    switch (meaning?.is) {
      case 'call':
      case 'send':
      case 'member':
      case 'item':
        return this.#walkChain(node, meaning, place);
      case 'function':
        return this.#walkFunction(node, meaning, place);
      case 'assignment':
        return this.#walkAssignment(node, meaning, place);
      case 'loop':
        return this.#walkLoop(node, meaning, place);
      case 'while':
      case 'repeat':
        return this.#walkInside(node, { ...place, loop: this.#repeated(node, meaning, place) });
      case 'comprehension':
        return this.#walkComprehension(node, place);
      case 'branch':
        return this.#walkInside(node, conditional(place));
      case 'same':
      case 'pair':
      case undefined:
        return this.#walkChildren(node, place);
      default:
        return this.#walkInside(node, place);
    }
  }

  /** Children that are handed nothing, and begin no chain. */
  #walkInside(node: Node, { scope, depth, loop }: Place): void {
    this.#walkChildren(node, { scope, depth, loop });
  }

  #walkChildren(node: Node, place: Place): void {
    for (const child of childrenOf(node)) this.#walk(child, { ...place, depth: place.depth + 1 });
  }

  #walkChain(node: Node, meaning: Kind<'call' | 'send' | 'member' | 'item'>, place: Place): void {
    if (!place.isBegun) this.#reportChain(node, place);
    const { scope, loop } = place;
    const inside = { scope, loop, depth: place.depth + 1 };
    const begin = partOf(node, beginningOf(meaning));
    const handing = { ...inside, ...this.#handing(node, meaning, scope) };
    for (const child of childrenOf(node))
      this.#walk(child, child.id === begin?.id ? { ...inside, isBegun: true } : handing);
    if (handing.handed?.isEach) this.#reportMethods(node, handing.handed.steps, place);
  }

  #reportChain(node: Node, { scope, loop }: Place): void {
    const expression = this.#reader.read(node);
    if (expression.kind !== 'chain') return;
    const written = expression.steps;
    const resolved = stepsOf(scope.resolve(expression), lineOf(node));
    const added = resolved.length - written.length;
    written.forEach((step, at) => {
      if (!step.args || resolved[added + at] !== step) return;
      const steps = resolved.slice(0, added + at + 1);
      const [before, after] = [written.slice(0, at + 1), written.slice(at + 1)];
      this.report({ written: before, steps, after, scope, ...(loop ? { loop } : {}) });
    });
  }

  /** `users.each(&:destroy)` */
  #reportMethods(node: Node, receiver: readonly Step[], { scope, loop }: Place): void {
    const given = childrenOf(node).flatMap((child) => [child, ...childrenOf(child)]);
    for (const child of given) {
      if (this.#reader.meaningOf(child)?.is !== 'method') continue;
      const value = this.#reader.read(childrenOf(child)[0]);
      if (value.kind !== 'text') continue;
      const steps = [...receiver, { name: value.text, args: [], line: lineOf(child) }];
      this.report({ written: steps, steps, after: [], scope, ...(loop ? { loop } : {}) });
    }
  }

  /** What a call hands the functions among its arguments: each of what it is called on, or of an argument beside. */
  #handing(node: Node, { is }: Meaning, scope: Scope): Pick<Place, 'handed' | 'loop'> {
    const expression = is === 'call' || is === 'send' ? this.#reader.read(node) : undefined;
    const last = expression?.kind === 'chain' ? expression.steps.at(-1) : undefined;
    const { callbacks } = this.language;
    if (expression?.kind !== 'chain' || !last || !Object.hasOwn(callbacks, last.name)) return {};
    const source = stepsOf(scope.resolve(handedBy(expression)), last.line);
    if (callbacks[last.name] === 'same') return { handed: { steps: source, isEach: false } };
    return {
      handed: { steps: [...source, { name: each, line: last.line }], isEach: true },
      loop: { source, isConditional: false },
    };
  }

  #walkFunction(node: Node, meaning: Kind<'function'>, place: Place): void {
    const name = meaning.name === undefined ? undefined : partOf(node, meaning.name)?.text;
    if (name !== undefined && !this.#isMentioned(name)) return;
    const scope = place.scope.inner();
    const parameters = meaning.parameters.flatMap((part) => partOf(node, part) ?? [])[0];
    for (const parameter of this.#reader.namesIn(parameters)) scope.set(parameter, undefined);
    if (place.handed) {
      const first = parameters && childrenOf(parameters)[0];
      const names = this.#reader.namesIn(first ?? parameters);
      for (const handed of names) scope.set(handed, { kind: 'chain', steps: place.handed.steps });
    }
    const loop = name === undefined && place.loop ? { loop: place.loop } : {};
    this.#walkInside(node, { scope, depth: place.depth, ...loop });
  }

  #walkAssignment(node: Node, meaning: Kind<'assignment'>, place: Place): void {
    const value = partOf(node, meaning.value);
    const target = partOf(node, meaning.target);
    const names = this.#reader.namesIn(target);
    const isFunction = value && this.#reader.meaningOf(value)?.is === 'function';
    const isUnused =
      isFunction && names.length > 0 && !names.some((name) => this.#isMentioned(name));
    if (!isUnused) this.#walkInside(node, place);
    const held = names.length === 1 ? this.#reader.read(value) : undefined;
    for (const name of names) place.scope.set(name, held);
  }

  #walkLoop(node: Node, meaning: Kind<'loop'>, place: Place): void {
    const source = partOf(node, meaning.source);
    const inside = this.#enter(node, meaning, place);
    for (const child of childrenOf(node))
      this.#walk(child, {
        ...(child.id === source?.id ? place : inside),
        depth: place.depth + 1,
      });
  }

  #walkComprehension(node: Node, place: Place): void {
    let inside = place;
    for (const child of childrenOf(node)) {
      const meaning = this.#reader.meaningOf(child);
      if (meaning?.is === 'loop') inside = this.#enter(child, meaning, inside);
      if (meaning?.is === 'branch') inside = conditional(inside);
    }
    this.#walkInside(node, inside);
  }

  /** The place inside a loop, whose names now stand for each of what it goes over. */
  #enter(node: Node, { item, source }: Kind<'loop'>, { scope, depth }: Place): Place {
    const over = scope.resolveChain(this.#reader.read(partOf(node, source)));
    const steps = over && [...over.steps, { name: each, line: lineOf(node) }];
    for (const name of this.#reader.namesIn(partOf(node, item)))
      scope.set(name, steps && { kind: 'chain', steps });
    const loop = { isConditional: false, ...(over ? { source: over.steps } : {}) };
    return { scope, depth, loop };
  }

  /** `while (cursor.hasNext())` goes over what the cursor does. */
  #repeated(node: Node, meaning: Meaning, { scope }: Place): Loop {
    const condition = meaning.is === 'while' ? partOf(node, meaning.condition) : undefined;
    const steps = scope.resolveChain(this.#reader.read(condition))?.steps;
    const isCursor = steps && cursorMoves.test(steps.at(-1)?.name ?? '');
    return { isConditional: false, ...(isCursor ? { source: steps.slice(0, -1) } : {}) };
  }

  /** Whether a function is used anywhere: one that is only written does nothing. */
  #isMentioned(name: string): boolean {
    const first = this.text.indexOf(name);
    return first !== this.text.lastIndexOf(name);
  }
}

/** `users.forEach(f)` hands out users, and so do `each(users, f)` and `map(f, users)`. */
function handedBy({ steps }: Chain): Expression {
  const args = steps.at(-1)?.args?.map(({ value }) => value) ?? [];
  const beside = steps.length > 1 ? args.slice(0, 1) : args;
  const found = beside.find(({ kind }) => kind === 'chain');
  return found ?? { kind: 'chain', steps: steps.slice(0, -1) };
}

function beginningOf(meaning: Kind<'call' | 'send' | 'member' | 'item'>): string | number {
  if (meaning.is === 'call') return meaning.callee;
  return meaning.is === 'send' ? meaning.receiver : meaning.object;
}

function conditional(place: Place): Place {
  return place.loop ? { ...place, loop: { ...place.loop, isConditional: true } } : place;
}
