import {
  stepsOf,
  type ClassSymbol,
  type Expression,
  type FunctionSymbol,
  type Step,
} from '../statements/expression';
import { entryOf } from '../statements/arguments';
import type { CodeModule } from './codeModule';
import {
  constructed,
  functionOf,
  isUnknown,
  namesOfModule,
  normal,
  typeOf,
  unknownChain,
  withCall,
} from './linkedSteps';
import { called } from './names';

/** Finds the files of a workspace that modules are written in. */
export interface ModuleSource {
  /** `undefined` for what is not written in the workspace. */
  find(module: string, from: string): CodeModule | undefined;
  /** The file that a name stands in which nothing brings into a file: of its package, or where its spelling says. */
  findBeside(name: string, from: string): CodeModule | undefined;
  /** The module of a file that was read before. */
  at(file: string): CodeModule | undefined;
}

interface Member {
  readonly owner: ClassSymbol;
  readonly value: Expression;
}

const mostSteps = 2000;
const deepest = 40;
/** Of re-exports, and of modules that name each other without end. */
const deepestModules = 8;

/** Follows names across files to what they stand for. One linker is for one question: it gives up after some work. */
export class Linker {
  #left = mostSteps;
  #depth = 0;
  readonly #open = new Set<string>();

  /** @param keepsModels leaves alone what a class of a library's kind has: `Family.objects` is that, whatever manager it is */
  constructor(
    private readonly source: ModuleSource,
    private readonly keepsModels = false,
  ) {}

  /** An expression of a module with its first name followed as far as it goes. */
  link(expression: Expression, module: CodeModule | undefined): Expression {
    if (expression.kind !== 'chain' || !module || this.#open.size > deepest) return expression;
    const [root, ...rest] = expression.steps;
    if (!root || this.#left-- <= 0) return expression;
    switch (root.stands?.kind) {
      case 'local':
        return expression;
      case 'module':
        return this.#ofModule(root, rest, module);
      case 'class':
      case 'function':
        return this.#follow([root], rest, module);
      case undefined:
        return this.#ofEntry(root, rest, module) ?? this.#ofName(root, rest, module) ?? expression;
    }
  }

  /** The chains of libraries that a class descends from. */
  externalBases(type: ClassSymbol): readonly (readonly Step[])[] {
    return (
      this.#once(`bases of ${type.file}:${type.line}`, () =>
        this.#basesOf(type).flatMap((base) => {
          const last = base.at(-1);
          return last?.stands?.kind === 'class' ? this.externalBases(last.stands) : [base];
        }),
      ) ?? []
    );
  }

  #basesOf({ bases, file }: ClassSymbol): readonly (readonly Step[])[] {
    return bases.map((base) => stepsOf(this.link(base, this.source.at(file)), 1));
  }

  #ofName(root: Step, rest: readonly Step[], module: CodeModule): Expression | undefined {
    if (!root.name) return undefined;
    const value = module.names.get(root.name) ?? this.#starred(root.name, module);
    if (!value)
      return this.#beside(root, rest, module) ?? this.#ofStarredLibrary(root, rest, module);
    const linked = this.#once(`${module.file}:${root.name}`, () => this.link(value, module));
    if (linked?.kind === 'other') return unknownChain(root, rest);
    return linked && this.#continue(linked, root, rest, module);
  }

  /** `{ users: db.collection('users') }.users` */
  #ofEntry(
    root: Step,
    [next, ...rest]: readonly Step[],
    module: CodeModule,
  ): Expression | undefined {
    const object = root.name === '' ? root.args?.[0]?.value : undefined;
    const entry = object && next && entryOf(object, next.name);
    if (!entry || entry.kind === 'other' || !next) return undefined;
    return this.#continue(this.link(entry, module), next, rest, module);
  }

  /** `Admin::User` is looked for as a whole, then `Admin`. */
  #beside(root: Step, rest: readonly Step[], module: CodeModule): Expression | undefined {
    const [next, ...others] = rest;
    if (next && !root.args && /^[A-Z]/.test(next.name)) {
      const found = this.source.findBeside(`${root.name}.${next.name}`, module.file);
      const joined = found?.names.get(`${root.name}::${next.name}`);
      if (joined) return this.#continue(joined, next, others, found!);
      if (found?.names.has(root.name) && found !== module)
        return this.link({ kind: 'chain', steps: [root, ...rest] }, found);
    }
    const found = this.source.findBeside(root.name, module.file);
    return found && found !== module ? this.#ofExport(root.name, root, rest, found) : undefined;
  }

  #continue(value: Expression, root: Step, rest: readonly Step[], module: CodeModule): Expression {
    if (rest.length === 0 && !root.args) return value;
    const [begin, ...steps] = called(stepsOf(value, root.line), root);
    const entry = begin && this.#ofEntry(begin, [...steps, ...rest], module);
    if (entry) return entry;
    if (begin?.stands?.kind === 'module' && this.source.find(begin.name, module.file))
      return this.#ofModule(begin, [...steps, ...rest], module);
    return this.#follow(begin ? [begin, ...steps] : [], rest, module);
  }

  #starred(name: string, module: CodeModule): Expression | undefined {
    for (const star of module.stars) {
      const found = this.source.find(star, module.file);
      const value =
        found &&
        this.#once(`${found.file}:*${name}`, () =>
          found.names.has(name)
            ? this.link(found.names.get(name)!, found)
            : this.#starred(name, found),
        );
      if (value) return value;
    }
    return undefined;
  }

  /** `from peewee import *`: what is written nowhere else is of the last such module. */
  #ofStarredLibrary(root: Step, rest: readonly Step[], module: CodeModule): Expression | undefined {
    const star = module.stars.findLast((name) => !this.source.find(name, module.file));
    if (star === undefined || this.#left <= 0) return undefined;
    return this.#ofLibrary({ name: star, line: root.line, stands: { kind: 'module' } }, [
      root,
      ...rest,
    ]);
  }

  #ofModule(root: Step, rest: readonly Step[], module: CodeModule): Expression {
    if (this.#left-- <= 0 || this.#depth > deepestModules) return unknownChain(root, rest);
    const found = this.source.find(root.name, module.file);
    if (!found) return this.#ofLibrary(root, rest);
    this.#depth++;
    const value = this.#inModule(root, rest, { module, found });
    this.#depth--;
    return value;
  }

  #inModule(
    root: Step,
    rest: readonly Step[],
    { module, found }: { readonly module: CodeModule; readonly found: CodeModule },
  ): Expression {
    const [next, ...others] = rest;
    if (root.args) return this.#ofExport('default', root, rest, found) ?? unknownChain(root, rest);
    if (!next) return { kind: 'chain', steps: [{ ...root, name: found.file }] };
    const own = this.#ofExport(next.name, next, others, found);
    if (own) return own;
    const inner = this.#innerModule(root, next, module);
    if (inner) return this.#ofModule(inner, others, module);
    return (
      this.#ofExport('default', { ...next, args: undefined }, rest, found) ??
      unknownChain(root, rest)
    );
  }

  #ofExport(
    name: string,
    step: Step,
    rest: readonly Step[],
    found: CodeModule,
  ): Expression | undefined {
    const value = found.names.get(name) ?? this.#starred(name, found);
    if (!value) return undefined;
    const linked = this.#once(`${found.file}:${name}`, () => this.link(value, found));
    return linked && this.#continue(linked, step, rest, found);
  }

  /** `from . import models` names a file. */
  #innerModule(root: Step, next: Step, module: CodeModule): Step | undefined {
    const name = root.name.endsWith('.') ? root.name + next.name : `${root.name}.${next.name}`;
    return this.source.find(name, module.file) && { ...root, name };
  }

  /** `from django.db import models` is `<django>.db.models`, and what a module exports by default is the module. */
  #ofLibrary(root: Step, rest: readonly Step[]): Expression {
    const [first = '', ...inner] = namesOfModule(root.name);
    const steps = inner.map((name) => ({ name, line: root.line }));
    const [next, ...others] = rest;
    const own =
      next?.name === 'default' && !inner.length
        ? withCall(root, next, others)
        : [root, ...steps, ...rest];
    const [begin, ...end] = own;
    return { kind: 'chain', steps: normal([{ ...begin!, name: first }, ...end]) };
  }

  #follow(begin: readonly Step[], rest: readonly Step[], module: CodeModule): Expression {
    let steps = begin;
    const left = [...rest];
    while (this.#left-- > 0) {
      const made = constructed(steps);
      if (made) {
        steps = made;
        continue;
      }
      const next = this.#returned(steps, module) ?? this.#memberOf(steps, left);
      if (next) {
        steps = next;
        continue;
      }
      const step = left.shift();
      if (!step) break;
      steps = [...steps, step];
    }
    return { kind: 'chain', steps: normal([...steps, ...left]) };
  }

  /** What a function that is called gives back. */
  #returned(steps: readonly Step[], module: CodeModule): readonly Step[] | undefined {
    const last = steps.at(-1);
    if (last?.stands?.kind !== 'function' || (!last.args && !last.stands.isProperty))
      return undefined;
    const { stands: symbol, args } = last;
    const key = `result of ${symbol.file}:${symbol.line}`;
    const results = symbol.returns.map((value) =>
      this.#once(key, () => this.#result(value, symbol, args, module)),
    );
    return results.find((result) => result && !isUnknown(result));
  }

  #result(
    value: Expression,
    symbol: FunctionSymbol,
    args: Step['args'],
    module: CodeModule,
  ): readonly Step[] | undefined {
    const linked = this.link(value, this.source.at(symbol.file));
    if (linked.kind !== 'chain')
      return linked.kind === 'other' ? undefined : stepsOf(linked, symbol.line);
    const [root, ...rest] = linked.steps;
    const at = root?.stands?.kind === 'local' ? symbol.parameters.indexOf(root.name) : -1;
    const given =
      args?.find(({ name }) => name === root?.name) ??
      args?.filter(({ name }) => name === undefined)[at];
    if (at < 0 || !given) return linked.steps;
    const steps = stepsOf(this.link(given.value, module), symbol.line);
    return [...steps, ...rest];
  }

  /** What a class, or an instance of one, has by the name of the next step. */
  #memberOf(steps: readonly Step[], left: Step[]): readonly Step[] | undefined {
    const type = typeOf(steps);
    const next = left[0];
    const member = type && next && this.#memberNamed(type, next.name, steps.at(-1));
    if (!member || !next) return undefined;
    const { owner, value } = member;
    if (functionOf(value)?.isPassingOn) return undefined;
    if (this.keepsModels && !functionOf(value) && this.externalBases(type).length > 0)
      return undefined;
    const key = `${owner.file}:${owner.name}.${next.name}`;
    const linked = this.#once(key, () => this.link(value, this.source.at(owner.file)));
    if (!linked || linked.kind === 'other') return undefined;
    left.shift();
    return called(stepsOf(linked, next.line), next);
  }

  /** A method that a class, or one of the workspace that it descends from, has of its own. */
  methodOf(type: ClassSymbol, name: string): FunctionSymbol | undefined {
    return functionOf(this.#findMember(type, name)?.value);
  }

  #memberNamed(type: ClassSymbol, name: string, step: Step | undefined): Member | undefined {
    return step?.isInherited ? this.#findInherited(type, name) : this.#findMember(type, name);
  }

  #findMember(type: ClassSymbol, name: string): Member | undefined {
    const value = type.members.get(name);
    return value ? { owner: type, value } : this.#findInherited(type, name);
  }

  #findInherited(type: ClassSymbol, name: string): Member | undefined {
    return this.#once(`member ${name} of ${type.file}:${type.line}`, () => {
      for (const base of this.#basesOf(type)) {
        const stands = base.at(-1)?.stands;
        const found = stands?.kind === 'class' ? this.#findMember(stands, name) : undefined;
        if (found) return found;
      }
      return undefined;
    });
  }

  /** Names that stand for each other end. */
  #once<T>(key: string, follow: () => T | undefined): T | undefined {
    if (this.#open.has(key)) return undefined;
    this.#open.add(key);
    const result = follow();
    this.#open.delete(key);
    return result;
  }
}
