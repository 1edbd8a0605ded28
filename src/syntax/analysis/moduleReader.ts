import type { Node } from 'web-tree-sitter';
import { childrenOf } from '../evaluation/nodes';
import { partOf, type Meaning, type Part } from '../statements/codeGrammar';
import type { Expression, Step } from '../statements/expression';
import { ExpressionReader, lineOf } from '../statements/expressionReader';
import type { CodeDialect } from './codeDialect';
import type { CodeModule } from './codeModule';
import { Assignments } from './assignments';
import { Functions } from './functions';
import { CallCollector } from './callCollector';
import { exportsOf } from './exportsOf';
import { importedValue } from './imports/importedName';
import { Loops } from './loops';
import { Names } from './names';
import {
  classValue,
  conditional,
  functionValue,
  hold,
  type OpenClass,
  type OpenFunction,
  type Place,
} from './place';
import { readType } from './readType';
import { basesOf, flavourOf } from './declarations';
import { targetsOf } from './targets';

type Kind<Is extends Meaning['is']> = Extract<Meaning, { readonly is: Is }>;

const deepestNesting = 400;

/** Reads one file: its names, and every call in it. */
export class ModuleReader {
  readonly #reader: ExpressionReader;
  readonly #stars: string[] = [];
  readonly #collector: CallCollector;
  readonly #loops: Loops;
  readonly #functions: Functions;
  readonly #assignments: Assignments;
  readonly #top: Names;
  #main: OpenFunction | undefined;

  constructor(
    private readonly dialect: CodeDialect,
    private readonly file: string,
  ) {
    this.#reader = new ExpressionReader(dialect.grammar);
    this.#collector = new CallCollector(dialect, this.#reader);
    this.#loops = new Loops(this.#reader, this.#collector);
    this.#top = new Names(dialect.passes, dialect.results);
    this.#functions = new Functions(dialect, this.#reader, file);
    this.#assignments = new Assignments(dialect, this.#top);
  }

  read(root: Node): CodeModule {
    this.#walkChildren(root, { names: this.#top, depth: 0 });
    this.#noteMentions(root);
    if (this.dialect.isClassPerFile) this.#top.set('default', this.#ownClass());
    return {
      file: this.file,
      names: this.#top.entries(),
      stars: this.#stars,
      imports: this.#collector.imports,
      calls: this.#collector.calls,
      ...(this.#main ? { main: this.#main } : {}),
    };
  }

  /** The whole text is looked through only where the language says for what. */
  #noteMentions(root: Node): void {
    const { mentions } = this.dialect;
    if (!mentions) return;
    for (const [, module = ''] of root.text.matchAll(mentions)) this.#collector.imports.add(module);
  }

  #ownClass(): Expression | undefined {
    const name = /([^/]+)\.\w+$/.exec(this.file)?.[1] ?? '';
    return this.#top.entries().get(name);
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
      case 'export':
        return this.#walkExport(node, place);
      case 'global':
        return this.#shareNames(node, place);
      case 'assignment':
        return this.#walkAssignment(node, meaning, place);
      case 'loop':
        return this.#walkLoop(node, meaning, place);
      case 'while':
      case 'repeat':
        return this.#walkInside(node, {
          ...place,
          loop: this.#loops.repeated(node, meaning, place),
        });
      case 'comprehension':
        return this.#walkComprehension(node, place);
      case 'branch':
        return this.#walkInside(node, this.#guarded(node, conditional(place)));
      case 'same':
      case 'pair':
      case undefined:
        return this.#walkChildren(node, place);
      default:
        return this.#walkInside(node, place);
    }
  }

  /** Children that are handed nothing, and begin no chain. */
  #walkInside(node: Node, { names, depth, loop, owner, returning, type }: Place): void {
    this.#walkChildren(node, { names, depth, loop, owner, returning, type });
  }

  #walkChildren(node: Node, place: Place): void {
    for (const child of childrenOf(node)) this.#walk(child, { ...place, depth: place.depth + 1 });
  }

  #import(node: Node, { names }: Place): void {
    for (const one of this.dialect.imports[node.type]?.(node) ?? []) {
      this.#collector.imports.add(one.module);
      if (one.local === undefined) this.#stars.push(one.module);
      else names.set(one.local, importedValue(one, lineOf(node)));
    }
  }

  #walkChain(node: Node, meaning: Kind<'call' | 'send' | 'member' | 'item'>, place: Place): void {
    if (!place.isBegun) this.#collector.reportChain(node, place);
    const { names, loop, owner, returning, type } = place;
    const inside = { names, loop, owner, returning, type, depth: place.depth + 1 };
    const begin = partOf(node, beginningOf(meaning));
    const handing = { ...inside, ...this.#collector.handing(node, meaning, names) };
    for (const child of childrenOf(node))
      this.#walk(child, child.id === begin?.id ? { ...inside, isBegun: true } : handing);
    if (handing.handed?.isEach) this.#collector.reportMethods(node, handing.handed.steps, place);
  }

  #walkFunction(node: Node, meaning: Kind<'function'>, place: Place): void {
    const names = place.names.inner();
    const flavour = flavourOf(node);
    const name = meaning.name === undefined ? undefined : partOf(node, meaning.name)?.text;
    const isLate = name === undefined && this.#collector.isDeferred(node);
    const owner =
      name === undefined
        ? isLate && this.#functions.openUnnamed(node)
        : this.#functions.open(node, meaning, name, place);
    this.#functions.declareParameters(node, { meaning, names, flavour, name, place });
    if (owner && name !== undefined) hold(name, functionValue(owner), place);
    const { type, depth, loop } = place;
    const isLooped = name === undefined && loop;
    const inside = {
      names,
      type,
      depth,
      owner: owner || place.owner,
      returning: owner || undefined,
      ...(isLooped ? { loop } : {}),
    };
    this.#walkBody(node, meaning, inside);
    const returned = meaning.type === undefined ? undefined : readType(partOf(node, meaning.type));
    if (returned && owner) owner.returns.push(returned);
  }

  /** A body that is one expression is what the function returns; in Ruby, the last of several. */
  #walkBody(node: Node, meaning: Kind<'function'>, place: Place): void {
    const body = meaning.body === undefined ? undefined : partOf(node, meaning.body);
    const isSequence = body && !this.#reader.meaningOf(body);
    const last = isSequence && this.dialect.returnsLast ? childrenOf(body).at(-1) : body;
    const value = last && this.#reader.meaningOf(last) ? this.#reader.read(last) : undefined;
    this.#walkInside(node, place);
    if (value?.kind === 'chain') place.returning?.returns.push(place.names.resolve(value));
  }

  /** Behind `if __name__ == '__main__'`, a file does what it does only where it is what is started. */
  #guarded(node: Node, place: Place): Place {
    const condition = node.childForFieldName('condition')?.text ?? '';
    if (place.owner || !this.dialect.mainGuard?.test(condition)) return place;
    this.#main ??= this.#functions.openUnnamed(node);
    return { ...place, owner: this.#main };
  }

  #walkClass(node: Node, meaning: Kind<'class'>, place: Place): void {
    const name = partOf(node, meaning.name)?.text ?? 'default';
    const bases = basesOf(node, this.#reader).map((base) => place.names.resolve(base));
    const members = new Map<string, Expression>();
    const line = lineOf(node);
    const type: OpenClass = { kind: 'class', name, file: this.file, line, bases, members };
    hold(name, classValue(type, false), place);
    if (place.isClassBody && this.dialect.selfIsLeftOut)
      place.names.set(name, classValue(type, false));
    const body = partOf(node, meaning.body);
    const { names, depth, owner } = place;
    if (body) this.#walkChildren(body, { names, depth, owner, type, isClassBody: true });
  }

  #walkField(node: Node, meaning: Kind<'field'>, place: Place): void {
    const declarator = partOf(node, meaning.name);
    const value =
      meaning.value === undefined
        ? (declarator?.childForFieldName('value') ?? undefined)
        : partOf(node, meaning.value);
    const annotated = meaning.type === undefined ? undefined : readType(partOf(node, meaning.type));
    const named = declarator?.childForFieldName('name') ?? declarator;
    const name = named ? this.#reader.nameOf(named) : '';
    if (value && this.#reader.meaningOf(value)?.is === 'function') {
      const names = place.names.inner();
      if (place.type) names.declare(this.dialect.self, classValue(place.type, true));
      this.#walk(value, { ...place, names, isClassBody: false });
    } else if (value) this.#walkInside(node, { ...place, isClassBody: false });
    const held = value && this.#collector.held(value, place.names);
    hold(name, meaning.isTyped ? (annotated ?? held) : (held ?? annotated), place);
  }

  #walkReturn(node: Node, place: Place): void {
    this.#walkInside(node, place);
    const value = this.#collector.held(childrenOf(node)[0], place.names);
    if (value) place.returning?.returns.push(value);
  }

  #walkExport(node: Node, place: Place): void {
    const value = childrenOf(node).at(-1);
    const isFunction = value && this.#reader.meaningOf(value)?.is === 'function';
    if (isFunction && !value.childForFieldName('name'))
      return this.#walkNamedFunction(value, [{ name: 'default', line: lineOf(node) }], place);
    this.#walkChildren(node, place);
    for (const { name, value: held } of exportsOf(node, this.#reader))
      if (held.kind !== 'other') this.#top.set(name, this.#collector.follow(held, place.names));
  }

  #shareNames(node: Node, { names }: Place): void {
    for (const child of childrenOf(node)) names.share(child.text);
  }

  #walkAssignment(node: Node, meaning: Kind<'assignment'>, place: Place): void {
    const value = partOf(node, meaning.value);
    const target = partOf(node, meaning.target);
    if (value && this.#reader.meaningOf(value)?.is === 'function' && target)
      return this.#walkNamedFunction(value, this.#stepsOf(target), place);
    this.#walkInside(node, place);
    const annotated = meaning.type === undefined ? undefined : readType(partOf(node, meaning.type));
    const held = this.#collector.held(value, place.names) ?? annotated;
    for (const one of targetsOf(target, held, this.#reader))
      this.#assignments.assign(one, Boolean(meaning.declares), place);
  }

  #stepsOf(target: Node): readonly Step[] {
    const read = this.#reader.read(target);
    return read.kind === 'chain' ? read.steps : [];
  }

  /** `const f = () => …` and `exports.f = () => …` name a function as a declaration does. */
  #walkNamedFunction(value: Node, target: readonly Step[], place: Place): void {
    const name = target.at(-1)?.name;
    const meaning = this.#reader.meaningOf(value);
    if (meaning?.is !== 'function') return;
    if (name === undefined) return this.#walkFunction(value, { ...meaning }, place);
    const owner = this.#functions.open(value, meaning, name, place);
    this.#assignments.assign({ steps: target, value: functionValue(owner) }, true, place);
    const names = place.names.inner();
    const flavour = { isProperty: false, isOfClass: false, isFree: false };
    this.#functions.declareParameters(value, {
      meaning,
      names,
      flavour,
      name,
      place: { ...place, handed: undefined },
    });
    const { type, depth } = place;
    this.#walkBody(value, meaning, { names, type, depth, owner, returning: owner });
  }

  #walkLoop(node: Node, meaning: Kind<'loop'>, place: Place): void {
    const source = partOf(node, meaning.source);
    const inside = this.#loops.enter(node, meaning, place);
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
      if (meaning?.is === 'loop') inside = this.#loops.enter(child, meaning, inside);
      if (meaning?.is === 'branch') inside = conditional(inside);
    }
    this.#walkInside(node, inside);
  }
}

function beginningOf(meaning: Kind<'call' | 'send' | 'member' | 'item'>): Part {
  if (meaning.is === 'call') return meaning.callee;
  return meaning.is === 'send' ? meaning.receiver : meaning.object;
}
