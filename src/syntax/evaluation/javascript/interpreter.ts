import { posix } from 'node:path';
import type { Node } from 'web-tree-sitter';
import type { Origin } from '../../../core/environment/setting';
import type { CallSite, ModuleSource } from '../host';
import { Interpreter } from '../interpreter';
import type { Way } from '../memory';
import { external, oneOf, scalar, unknown, type CallArguments, type Value } from '../value';
import { findBuiltin } from './builtins';
import { instanceOf } from './classes';
import type { Completion, Evaluator } from './evaluator';
import { expressionRules } from './expressions';
import { callBack } from './functions';
import { loadOnImport } from './intrinsics';
import { exportLive } from './modules';
import { isStandardStatement, namespaceOf } from './namespaces';
import { childrenOf } from '../nodes';
import { isJson } from './readJson';
import { Scope, type JavaScriptModule } from './scope';
import { hoist, merge, statementRules } from './statements';

/** A function may call itself once: more turns tell nothing of a configuration, and two calls of each would have no end. */
const mostActive = 2;

/**
 * Follows JavaScript and TypeScript without running it: module by module as imports reach them, statement by statement
 * in the order a program would. Never throws for any code, and always ends.
 */
export class JavaScriptInterpreter extends Interpreter implements Evaluator {
  readonly uncertainVariables = new Map<string, Value>();
  readonly #modules = new Map<string, JavaScriptModule>();
  readonly #libraries = new Map<string, Value>();
  /** How often each function is being run right now. */
  readonly #active = new Map<object, number>();
  isStopped = false;

  /** What a file gives to others, evaluated at most once. `__main__` is the name of the file that is started. */
  module(source: ModuleSource, name: string): Value {
    const { file, root } = source;
    const known = this.#modules.get(file);
    if (known) return namespaceOf(known, name);
    const nodes = childrenOf(root);
    const module: JavaScriptModule = {
      file,
      isStandard: nodes.some(isStandardStatement),
      exports: new Map(),
      live: [],
      commonJs: new Map([['exports', { kind: 'map', entries: new Map(), trail: [] }]]),
    };
    this.#modules.set(file, module);
    if (isJson(file)) this.#readJson(nodes, module);
    else this.nested(() => this.#run(nodes, module, name === '__main__'));
    return namespaceOf(module, name);
  }

  #run(nodes: readonly Node[], module: JavaScriptModule, isMain: boolean): void {
    const scope = Scope.ofModule(module, this.memory);
    const own: Value = { kind: 'map', entries: module.commonJs, trail: [] };
    scope.names.set('[[isMain]]', scalar(isMain));
    if (isMain) scope.names.set('[[main]]', own);
    scope.names.set('module', own);
    scope.names.set('exports', module.commonJs.get('exports') ?? own);
    scope.names.set('__filename', scalar(module.file));
    scope.names.set('__dirname', scalar(posix.dirname(module.file)));
    // Imports are carried out before everything else, wherever they stand.
    const imports = nodes.filter(({ type }) => type === 'import_statement');
    const rest = nodes.filter(({ type }) => type !== 'import_statement');
    this.block([...imports, ...rest], scope);
    exportLive(scope);
  }

  #readJson([statement]: readonly Node[], module: JavaScriptModule): void {
    const scope = Scope.ofModule(module, this.memory);
    const [value] = statement ? childrenOf(statement) : [];
    module.commonJs.set('exports', this.expression(value, scope));
  }

  importModule(name: string, from: string): Value {
    const found = this.host.findModule(name, from);
    if (found) return this.module(found, name);
    // Prisma writes its client into the project, where version control often leaves it out.
    if (
      /^[./#@~].*(?:generated|prisma)\/(?:.*\/)?(?:client|prisma)$/.test(name) &&
      name !== '@prisma/client'
    )
      return external('@prisma/client');
    if (/^[./#]/.test(name)) return unknown(`the module '${name}' is not found`);
    loadOnImport(this.host, name, from);
    return this.#library(name.replace(/^node:/, ''), from);
  }

  /** What a package is as a whole, where that is known. */
  #library(name: string, from: string): Value {
    const known = this.#libraries.get(name);
    if (known) return known;
    const args = { positional: [], named: new Map() };
    const origin: Origin = { kind: 'code', name, file: from };
    const value = this.ask(`${name}=`, args, origin, this.#siteAt(from)) ?? external(name);
    this.#libraries.set(name, value);
    return value;
  }

  #siteAt(file: string): CallSite {
    return {
      importName: (name) => {
        const found = this.host.findModule(name, file);
        return found && this.module(found, name);
      },
    };
  }

  block(nodes: readonly Node[], scope: Scope): Completion {
    hoist(this, nodes, scope);
    return this.#statements(nodes, 0, scope);
  }

  #statements(nodes: readonly Node[], start: number, scope: Scope): Completion {
    for (let index = start; index < nodes.length; index++) {
      const completion = this.statement(nodes[index]!, scope);
      if (this.isStopped) return undefined;
      if (!completion) continue;
      if (completion.isCertain || index === nodes.length - 1) return completion;
      const follow = (): Completion =>
        this.both(
          () => ({ ...completion, isCertain: true }),
          () => this.#statements(nodes, index + 1, scope),
        );
      return this.deeper(follow) ?? completion;
    }
    return undefined;
  }

  statement(node: Node, scope: Scope): Completion {
    return this.deeper(() => statementRules[node.type]?.(this, node, scope));
  }

  expression(node: Node | null | undefined, scope: Scope): Value {
    if (!node) return unknown('the code is incomplete');
    const rule = Object.hasOwn(expressionRules, node.type) ? expressionRules[node.type] : undefined;
    if (!rule) return unknown(`'${node.type.replaceAll('_', ' ')}' is not followed`);
    return (
      this.deeper(() => rule(this, node, scope)) ?? unknown('there is too much code to follow')
    );
  }

  assign(name: string, value: Value, scope: Scope): void {
    this.memory.set(scope.namesFor(name), name, this.marked(value));
  }

  call(callee: Value, args: CallArguments, origin: Origin): Value {
    switch (callee.kind) {
      case 'function':
        return this.#callFunction(callee, args, origin);
      case 'external':
        return this.#callLibrary(callee, args, origin);
      case 'oneOf':
        return this.#callEach(callee.options, (option) => this.call(option, args, origin));
      case 'made':
        return this.#callLibrary(
          { kind: 'external', name: `${callee.maker}()`, trail: callee.trail },
          args,
          origin,
        );
      case 'object':
      case 'scalar':
      case 'list':
      case 'map':
        return unknown('what is called is not a function', callee.trail);
      case 'unknown':
        callBack(this, args.positional, origin);
        return callee;
    }
  }

  construct(callee: Value, args: CallArguments, origin: Origin): Value {
    if (callee.kind === 'object' && callee.object.kind === 'class')
      return (
        this.nested(() => instanceOf(this, callee, args, origin)) ??
        unknown('calls are nested too deeply')
      );
    if (callee.kind === 'oneOf')
      return this.#callEach(callee.options, (option) => this.construct(option, args, origin));
    if (callee.kind !== 'function') return this.call(callee, args, origin);
    const self: Value = { kind: 'map', entries: new Map(), trail: [] };
    const result = this.#callFunction(callee, { ...args, self }, origin);
    return result.kind === 'scalar' ? self : result;
  }

  #callFunction(callee: Value & { kind: 'function' }, args: CallArguments, origin: Origin): Value {
    if (this.isStopped) return unknown('the program stops before this call');
    const active = this.#active.get(callee.call) ?? 0;
    if (active >= mostActive) return unknown('a function that calls itself is not followed');
    this.#active.set(callee.call, active + 1);
    const result = this.nested(() => this.deeper(() => callee.call(args, origin)));
    this.#active.set(callee.call, active);
    if (this.isStopped && result?.kind !== 'unknown') return unknown('the program stops here');
    return result ?? unknown('calls are nested too deeply');
  }

  #callLibrary(callee: Value & { kind: 'external' }, args: CallArguments, origin: Origin): Value {
    const builtin = findBuiltin(callee.name);
    const known = builtin?.(this, args.positional, origin, args);
    if (known) return known;
    const made = this.make(callee, args, origin, this.#siteAt(origin.file ?? '/'));
    callBack(this, args.positional, origin);
    return made;
  }

  /** One call of several that may be meant: each may also not happen. */
  #callEach(options: readonly Value[], call: (option: Value) => Value): Value {
    const results: Value[] = [];
    for (const option of options)
      this.both(
        () => void results.push(call(option)),
        () => undefined,
      );
    return oneOf(results);
  }

  both(first: () => Completion, second: () => Completion): Completion {
    const [one, other] = this.#ways(first, second);
    if (one.stops || other.stops) return one.stops ? other.result : one.result;
    return merge(one.result, other.result);
  }

  either(first: () => Value, second: () => Value): Value {
    const [one, other] = this.#ways(first, second);
    if (one.stops || other.stops) return one.stops ? other.result : one.result;
    return oneOf([one.result, other.result]);
  }

  #ways<T>(first: () => T, second: () => T): readonly [Way<T>, Way<T>] {
    const way = (follow: () => T) => (): Way<T> => {
      const result = follow();
      const stops = this.isStopped;
      this.isStopped = false;
      return { result, stops };
    };
    const wasStopped = this.isStopped;
    this.isStopped = false;
    const ways = this.memory.both(way(first), way(second), scalar(undefined));
    this.isStopped = wasStopped || (ways[0].stops && ways[1].stops);
    return ways;
  }
}
