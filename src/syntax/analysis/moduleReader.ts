import type { Node } from 'web-tree-sitter';
import { childrenOf } from '../evaluation/nodes';
import { partOf, type Meaning, type Part } from '../statements/codeGrammar';
import {
  each,
  instance,
  stepsOf,
  type Chain,
  type ClassSymbol,
  type Expression,
  type FunctionSymbol,
  type Step,
} from '../statements/expression';
import { ExpressionReader, lineOf } from '../statements/expressionReader';
import type { Loop } from '../statements/foundCall';
import type { CodeDialect } from './codeDialect';
import type { CodeCall, CodeModule } from './codeModule';
import { importedValue } from './imports/importedName';
import { isNothing, Names } from './names';
import { readType } from './readType';
import { basesOf, flavourOf, parametersOf, type Flavour } from './declarations';
import { targetsOf, type Target } from './targets';

type Kind<Is extends Meaning['is']> = Extract<Meaning, { readonly is: Is }>;

/** Where in the code the walk is. */
interface Place {
  readonly names: Names;
  readonly depth: number;
  readonly loop?: Loop;
  /** What a function here is handed as its first parameter. */
  readonly handed?: { readonly steps: readonly Step[]; readonly isEach: boolean };
  /** The node is the beginning of a longer chain, which was looked at as a whole. */
  readonly isBegun?: boolean;
  readonly owner?: OpenFunction;
  /** The class whose body this is directly, or that `this` is an instance of. */
  readonly type?: OpenClass;
  readonly isClassBody?: boolean;
}

type OpenClass = ClassSymbol & { readonly members: Map<string, Expression> };
type OpenFunction = FunctionSymbol & { readonly returns: Expression[] };

const deepestNesting = 400;
const cursorMoves = /^(hasNext|has_next|tryNext|next)$/;

/** Reads one file: its names, and every call in it. */
export class ModuleReader {
  readonly #reader: ExpressionReader;
  readonly #calls: CodeCall[] = [];
  readonly #stars: string[] = [];
  readonly #imports = new Set<string>();
  readonly #top: Names;

  constructor(
    private readonly dialect: CodeDialect,
    private readonly file: string,
  ) {
    this.#reader = new ExpressionReader(dialect.grammar);
    this.#top = new Names(dialect.passes);
  }

  read(root: Node): CodeModule {
    this.#walkChildren(root, { names: this.#top, depth: 0 });
    return {
      file: this.file,
      names: this.#top.entries(),
      stars: this.#stars,
      imports: this.#imports,
      calls: this.#calls,
    };
  }

  #walk(node: Node, place: Place): void {
    if (place.depth > deepestNesting) return;
    this.#import(node, place);
    const meaning = this.#reader.meaningOf(node);
    switch (meaning?.is) {
      case 'call':
      case 'send':
      case 'member':
      case 'item':
        return this.#walkChain(node, meaning, place);
      case 'function':
        return this.#walkFunction(node, meaning, place);
      case 'class':
        return this.#walkClass(node, meaning, place);
      case 'field':
        return this.#walkField(node, meaning, place);
      case 'return':
        return this.#walkReturn(node, place);
      case 'global':
        return this.#shareNames(node, place);
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
  #walkInside(node: Node, { names, depth, loop, owner, type }: Place): void {
    this.#walkChildren(node, { names, depth, loop, owner, type });
  }

  #walkChildren(node: Node, place: Place): void {
    for (const child of childrenOf(node)) this.#walk(child, { ...place, depth: place.depth + 1 });
  }

  #import(node: Node, { names }: Place): void {
    for (const one of this.dialect.imports[node.type]?.(node) ?? []) {
      this.#imports.add(one.module);
      if (one.local === undefined) this.#stars.push(one.module);
      else names.set(one.local, importedValue(one, lineOf(node)));
    }
  }

  #walkChain(node: Node, meaning: Kind<'call' | 'send' | 'member' | 'item'>, place: Place): void {
    if (!place.isBegun) this.#reportChain(node, place);
    const { names, loop, owner, type } = place;
    const inside = { names, loop, owner, type, depth: place.depth + 1 };
    const begin = partOf(node, beginningOf(meaning));
    const handing = { ...inside, ...this.#handing(node, meaning, names) };
    for (const child of childrenOf(node))
      this.#walk(child, child.id === begin?.id ? { ...inside, isBegun: true } : handing);
    if (handing.handed?.isEach) this.#reportMethods(node, handing.handed.steps, place);
  }

  #reportChain(node: Node, place: Place): void {
    const expression = this.#reader.read(node);
    if (expression.kind !== 'chain') return;
    this.#noteModule(expression.steps[0]);
    const written = expression.steps;
    const resolved = this.#resolve(expression, place.names, lineOf(node));
    const added = resolved.length - written.length;
    written.forEach((step, at) => {
      if (!step.args) return;
      const steps = resolved.slice(0, added + at + 1);
      if (steps.at(-1)?.end === step.end || steps.length === 0)
        this.#report(written.slice(0, at + 1), steps, written.slice(at + 1), place);
    });
  }

  #report(
    written: readonly Step[],
    steps: readonly Step[],
    after: readonly Step[],
    { names, loop, owner }: Place,
  ): void {
    this.#calls.push({
      written,
      steps: steps.length > 0 ? steps : written,
      after,
      names,
      ...(loop ? { loop } : {}),
      ...(owner ? { owner } : {}),
    });
  }

  #resolve(expression: Expression, names: Names, line: number): readonly Step[] {
    return this.#required(stepsOf(names.resolve(expression), line));
  }

  /** `require('x')` is the module. */
  #required(steps: readonly Step[]): readonly Step[] {
    const module = this.#requiredModule(steps[0]);
    if (module === undefined) return steps;
    const line = steps[0]?.line ?? 1;
    return [{ name: module, line, stands: { kind: 'module' } }, ...steps.slice(1)];
  }

  #requiredModule(root: Step | undefined): string | undefined {
    const argument = root?.name === this.dialect.requires ? root?.args?.[0]?.value : undefined;
    return argument?.kind === 'text' ? argument.text : undefined;
  }

  #noteModule(root: Step | undefined): void {
    const module = this.#requiredModule(root);
    if (module !== undefined) this.#imports.add(module);
  }

  /** `users.each(&:destroy)` */
  #reportMethods(node: Node, receiver: readonly Step[], place: Place): void {
    const given = childrenOf(node).flatMap((child) => [child, ...childrenOf(child)]);
    for (const child of given) {
      if (this.#reader.meaningOf(child)?.is !== 'method') continue;
      const value = this.#reader.read(childrenOf(child)[0]);
      if (value.kind !== 'text') continue;
      const { row, column } = child.startPosition;
      const named = { name: value.text, args: [], line: row + 1, column: column + 1 };
      const steps = [...receiver, named];
      this.#report(steps, steps, [], place);
    }
  }

  /** What a call hands the functions among its arguments: each of what it is called on, or of an argument beside. */
  #handing(node: Node, { is }: Meaning, names: Names): Pick<Place, 'handed' | 'loop'> {
    const expression = is === 'call' || is === 'send' ? this.#reader.read(node) : undefined;
    const last = expression?.kind === 'chain' ? expression.steps.at(-1) : undefined;
    const { callbacks } = this.dialect;
    if (expression?.kind !== 'chain' || !last || !Object.hasOwn(callbacks, last.name)) return {};
    const source = this.#resolve(handedBy(expression), names, last.line);
    if (callbacks[last.name] === 'same') return { handed: { steps: source, isEach: false } };
    return {
      handed: { steps: [...source, { name: each, line: last.line }], isEach: true },
      loop: { source, isConditional: false },
    };
  }

  #walkFunction(node: Node, meaning: Kind<'function'>, place: Place): void {
    const names = place.names.inner();
    const flavour = flavourOf(node);
    const name = meaning.name === undefined ? undefined : partOf(node, meaning.name)?.text;
    const owner = name === undefined ? undefined : this.#open(node, meaning, name, place);
    this.#declareParameters(node, { meaning, names, flavour, name, place });
    if (owner && name !== undefined) hold(name, functionValue(owner), place);
    const { type, depth, loop } = place;
    const isLooped = name === undefined && loop;
    const inside = {
      names,
      type,
      depth,
      owner: owner ?? place.owner,
      ...(isLooped ? { loop } : {}),
    };
    this.#walkBody(node, meaning, inside);
    const returned = meaning.type === undefined ? undefined : readType(partOf(node, meaning.type));
    if (returned) owner?.returns.push(returned);
  }

  /** A body that is one expression is what the function returns. */
  #walkBody(node: Node, meaning: Kind<'function'>, place: Place): void {
    const body = meaning.body === undefined ? undefined : partOf(node, meaning.body);
    const value = body && this.#reader.meaningOf(body) ? this.#reader.read(body) : undefined;
    this.#walkInside(node, place);
    if (value?.kind === 'chain') place.owner?.returns.push(place.names.resolve(value));
  }

  #open(
    node: Node,
    meaning: Kind<'function'>,
    name: string,
    { type, isClassBody }: Place,
  ): OpenFunction {
    const isMethod = isClassBody && type;
    const { isProperty, isFree } = flavourOf(node);
    const all = parametersOf(node, meaning, this.#reader).map(({ names }) => names[0] ?? '');
    const hasSelf = isMethod && !isFree && this.dialect.self === 'parameter';
    return {
      kind: 'function',
      name: isMethod ? `${type.name}.${name}` : name,
      file: this.file,
      line: lineOf(node),
      parameters: hasSelf ? all.slice(1) : all,
      returns: [],
      isProperty,
    };
  }

  #declareParameters(
    node: Node,
    {
      meaning,
      names,
      flavour,
      name,
      place,
    }: {
      readonly meaning: Kind<'function'>;
      readonly names: Names;
      readonly flavour: Flavour;
      readonly name: string | undefined;
      readonly place: Place;
    },
  ): void {
    const { type, isClassBody, handed } = place;
    const own =
      isClassBody && type && !flavour.isFree ? classValue(type, !flavour.isOfClass) : undefined;
    const parameters = parametersOf(node, meaning, this.#reader);
    parameters.forEach(({ names: given, value, isField }, at) => {
      const isSelf = at === 0 && own && this.dialect.self === 'parameter';
      const first =
        at === 0 && handed ? ({ kind: 'chain', steps: handed.steps } as const) : undefined;
      for (const one of given) names.declare(one, isSelf ? own : (first ?? value));
      if (isField && name === this.dialect.maker) for (const one of given) hold(one, value, place);
    });
    if (own && this.dialect.self !== 'parameter') names.declare(this.dialect.self, own);
  }

  #walkClass(node: Node, meaning: Kind<'class'>, place: Place): void {
    const name = partOf(node, meaning.name)?.text ?? 'default';
    const bases = basesOf(node, this.#reader).map((base) => place.names.resolve(base));
    const members = new Map<string, Expression>();
    const line = lineOf(node);
    const type: OpenClass = { kind: 'class', name, file: this.file, line, bases, members };
    hold(name, classValue(type, false), place);
    const body = partOf(node, meaning.body);
    const { names, depth, owner } = place;
    if (body) this.#walkChildren(body, { names, depth, owner, type, isClassBody: true });
  }

  #walkField(node: Node, meaning: Kind<'field'>, place: Place): void {
    const value = meaning.value === undefined ? undefined : partOf(node, meaning.value);
    const annotated = meaning.type === undefined ? undefined : readType(partOf(node, meaning.type));
    const name = partOf(node, meaning.name)?.text ?? '';
    if (value && this.#reader.meaningOf(value)?.is === 'function') {
      const names = place.names.inner();
      if (place.type) names.declare(this.dialect.self, classValue(place.type, true));
      this.#walk(value, { ...place, names, isClassBody: false });
    } else if (value) this.#walkInside(node, { ...place, isClassBody: false });
    hold(name, (value && this.#held(value, place.names)) ?? annotated, place);
  }

  #walkReturn(node: Node, place: Place): void {
    this.#walkInside(node, place);
    const value = this.#held(childrenOf(node)[0], place.names);
    if (value) place.owner?.returns.push(value);
  }

  #shareNames(node: Node, { names }: Place): void {
    for (const child of childrenOf(node)) names.share(child.text);
  }

  /** What an expression holds with its names followed; nothing where that cannot be said. */
  #held(node: Node | undefined, names: Names): Expression | undefined {
    const value = this.#reader.read(node);
    if (value.kind === 'other') return undefined;
    const resolved = names.resolve(value);
    if (resolved.kind !== 'chain') return resolved;
    this.#noteModule(resolved.steps[0]);
    return { kind: 'chain', steps: this.#required(resolved.steps) };
  }

  #walkAssignment(node: Node, meaning: Kind<'assignment'>, place: Place): void {
    const value = partOf(node, meaning.value);
    const target = partOf(node, meaning.target);
    if (value && this.#reader.meaningOf(value)?.is === 'function' && target)
      return this.#walkNamedFunction(value, target, place);
    this.#walkInside(node, place);
    const annotated = meaning.type === undefined ? undefined : readType(partOf(node, meaning.type));
    const held = this.#held(value, place.names) ?? annotated;
    for (const one of targetsOf(target, held, this.#reader))
      this.#assign(one, Boolean(meaning.declares), place);
  }

  /** `const f = () => …` names a function as a declaration does. */
  #walkNamedFunction(value: Node, target: Node, place: Place): void {
    const meaning = this.#reader.meaningOf(value);
    const name = this.#reader.namesIn(target)[0];
    if (meaning?.is !== 'function') return;
    if (name === undefined) return this.#walkFunction(value, { ...meaning }, place);
    const owner = this.#open(value, meaning, name, place);
    hold(name, functionValue(owner), place);
    const names = place.names.inner();
    const flavour = { isProperty: false, isOfClass: false, isFree: false };
    this.#declareParameters(value, {
      meaning,
      names,
      flavour,
      name,
      place: { ...place, handed: undefined },
    });
    this.#walkBody(value, meaning, { names, type: place.type, depth: place.depth, owner });
  }

  #assign({ steps, value }: Target, declares: boolean, place: Place): void {
    const [first, second, ...rest] = steps;
    if (!first || rest.length > 0 || first.args) return;
    if (!second) return this.#assignName(first.name, value, declares, place);
    const isExport =
      first.name === 'exports' || (first.name === 'module' && second.name === 'exports');
    if (isExport) return this.#export(second.name === 'exports' ? 'default' : second.name, value);
    const own = place.names.resolve({ kind: 'chain', steps: [first] });
    const stands = own.kind === 'chain' ? own.steps[0]?.stands : undefined;
    if (stands?.kind === 'class' && stands === place.type)
      holdIn(place.type.members, second.name, value);
  }

  #assignName(name: string, value: Expression | undefined, declares: boolean, place: Place): void {
    if (place.isClassBody) return hold(name, value, place);
    const isOuter = !declares && this.dialect.self === 'this' && !place.names.holderOf(name);
    (isOuter ? this.#top : place.names).set(name, value);
  }

  /** `module.exports = { a, b: c }` gives names, and all of it by default. */
  #export(name: string, value: Expression | undefined): void {
    this.#top.set(name, value);
    if (name !== 'default' || value?.kind !== 'object') return;
    for (const [key, held] of value.entries) if (!this.#top.holderOf(key)) this.#top.set(key, held);
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
  #enter(node: Node, { item, source }: Kind<'loop'>, place: Place): Place {
    const { names, depth, owner, type } = place;
    const read = this.#reader.read(partOf(node, source));
    const over = read.kind === 'chain' ? this.#resolve(read, names, lineOf(node)) : undefined;
    const steps = over && [...over, { name: each, line: lineOf(node) }];
    for (const name of this.#reader.namesIn(partOf(node, item)))
      names.declare(name, steps && { kind: 'chain', steps });
    const loop = { isConditional: false, ...(over ? { source: over } : {}) };
    return { names, depth, owner, type, loop };
  }

  /** `while (cursor.hasNext())` goes over what the cursor does. */
  #repeated(node: Node, meaning: Meaning, { names }: Place): Loop {
    const condition = meaning.is === 'while' ? partOf(node, meaning.condition) : undefined;
    const read = this.#reader.read(condition);
    const steps = read.kind === 'chain' ? this.#resolve(read, names, lineOf(node)) : undefined;
    const isCursor = steps && cursorMoves.test(steps.at(-1)?.name ?? '');
    return { isConditional: false, ...(isCursor ? { source: steps.slice(0, -1) } : {}) };
  }
}

/** `users.forEach(f)` hands out users, and so do `each(users, f)` and `map(f, users)`. */
function handedBy({ steps }: Chain): Expression {
  const args = steps.at(-1)?.args?.map(({ value }) => value) ?? [];
  const beside = steps.length > 1 ? args.slice(0, 1) : args;
  const found = beside.find(({ kind }) => kind === 'chain');
  return found ?? { kind: 'chain', steps: steps.slice(0, -1) };
}

function beginningOf(meaning: Kind<'call' | 'send' | 'member' | 'item'>): Part {
  if (meaning.is === 'call') return meaning.callee;
  return meaning.is === 'send' ? meaning.receiver : meaning.object;
}

function conditional(place: Place): Place {
  return place.loop ? { ...place, loop: { ...place.loop, isConditional: true } } : place;
}

/** A name of a class, or of the function or file that it is written in. */
function hold(
  name: string,
  value: Expression | undefined,
  { type, isClassBody, names }: Place,
): void {
  if (isClassBody && type) holdIn(type.members, name, value);
  else names.set(name, value);
}

function holdIn(
  members: Map<string, Expression>,
  name: string,
  value: Expression | undefined,
): void {
  if (value && (!members.has(name) || isNothing(members.get(name)!))) members.set(name, value);
}

function functionValue(symbol: FunctionSymbol): Expression {
  return { kind: 'chain', steps: [{ name: symbol.name, line: symbol.line, stands: symbol }] };
}

function classValue(symbol: ClassSymbol, isInstance: boolean): Expression {
  const { name, line } = symbol;
  const type = { name, line, stands: symbol };
  return { kind: 'chain', steps: isInstance ? [type, { name: instance, line }] : [type] };
}
