import { posix } from 'node:path';
import type { Node } from 'web-tree-sitter';
import type { Origin } from '../../../core/environment/setting';
import { findAttribute } from '../attributes';
import type { ModuleSource } from '../host';
import { Interpreter } from '../interpreter';
import {
  external,
  oneOf,
  scalar,
  unknown,
  withSteps,
  type CallArguments,
  type Value,
  type WorkspaceObject,
} from '../value';
import type { Completion, Evaluator } from './evaluator';
import { expressionRules } from './expressions';
import { externalBase } from './externalBase';
import { setFields } from './fields';
import { Scope } from './scope';
import { statementRules } from './statements';

/**
 * Follows Python code without running it: module by module as imports reach them, statement by statement in the order a
 * program would. Never throws for any code, and always ends.
 */
export class PythonInterpreter extends Interpreter implements Evaluator {
  readonly #modules = new Map<string, Value>();
  /** The files whose code has run in each module. */
  readonly #included = new WeakMap<Map<string, Value>, Set<string>>();

  /** The module object of a file, evaluated at most once. */
  module({ file, root }: ModuleSource, name: string): Value {
    const known = this.#modules.get(file);
    if (known) return known;
    const origin: Origin = { kind: 'code', name, file, line: 1 };
    const object: WorkspaceObject = {
      kind: 'module',
      name,
      origin,
      attributes: new Map(),
      parents: [],
    };
    const value: Value = { kind: 'object', object, trail: [] };
    this.#modules.set(file, value);
    const scope = Scope.ofModule(file, object.attributes);
    scope.set('__name__', scalar(name));
    scope.set('__file__', scalar(file));
    this.nested(() => this.block(root, scope));
    return value;
  }

  importModule(name: string, from: string): Value {
    const found = this.host.findModule(name, from);
    return found ? this.module(found, name) : external(name.replace(/^\.+/, ''));
  }

  /** Every module that was reached, by its file. */
  get modules(): ReadonlyMap<string, Value> {
    return this.#modules;
  }

  /** Calls a function of a library as the command does that loaded `file`. */
  start(name: string, positional: readonly Value[], file: string): Value {
    const scope = Scope.ofModule(file, new Map());
    const origin: Origin = { kind: 'code', name, file, line: 1 };
    return this.call(external(name), { positional, named: new Map() }, origin, scope);
  }

  /** What `config.ProductionConfig` names, seen from `file`; also a module by its path. */
  importName(name: string, file: string): Value | undefined {
    if (name.startsWith('/')) {
      const source = this.host.findModule(name, file);
      return source && this.module(source, '__config__');
    }
    const parts = name.split(/[.:]/);
    for (let count = parts.length; count > 0; count--) {
      const found = this.host.findModule(parts.slice(0, count).join('.'), file);
      if (!found) continue;
      const module: Value | undefined = this.module(found, parts.slice(0, count).join('.'));
      return parts
        .slice(count)
        .reduce<Value | undefined>((value, part) => value && findAttribute(value, part), module);
    }
    return undefined;
  }

  block(node: Node, scope: Scope): Completion {
    const maybe: Value[] = [];
    for (const statement of node.namedChildren) {
      const completion = statement ? this.#statement(statement, scope) : undefined;
      if (completion?.kind === 'return')
        return { kind: 'return', value: oneOf([...maybe, completion.value]) };
      if (completion?.kind === 'mayReturn') maybe.push(completion.value);
    }
    return maybe.length > 0 ? { kind: 'mayReturn', value: oneOf(maybe) } : undefined;
  }

  #statement(node: Node, scope: Scope): Completion {
    return this.deeper(() => statementRules[node.type]?.(this, node, scope));
  }

  expression(node: Node | null | undefined, scope: Scope): Value {
    if (!node) return unknown('the code is incomplete');
    const rule = expressionRules[node.type];
    if (!rule) return unknown(`'${node.type.replaceAll('_', ' ')}' is not followed`);
    return (
      this.deeper(() => rule(this, node, scope)) ?? unknown('there is too much code to follow')
    );
  }

  assign(name: string, value: Value, scope: Scope): void {
    this.memory.set(scope.namesFor(name), name, this.marked(value));
  }

  call(callee: Value, args: CallArguments, origin: Origin, scope: Scope): Value {
    switch (callee.kind) {
      case 'function':
        return (
          this.nested(() => callee.call(args, origin)) ?? unknown('calls are nested too deeply')
        );
      case 'object':
        return callee.object.kind === 'class'
          ? this.#instance(callee, args, origin, scope)
          : unknown('an object is called');
      case 'external':
        return this.#make(callee, args, origin, scope);
      case 'made':
        return this.#make(
          external(`${callee.maker}().__call__`),
          { ...args, self: callee },
          origin,
          scope,
        );
      case 'oneOf':
        return oneOf(callee.options.map((option) => this.call(option, args, origin, scope)));
      case 'scalar':
      case 'list':
      case 'map':
        return unknown('what is called is not a function');
      case 'unknown':
        return callee;
    }
  }

  hasRule(name: string): boolean {
    return this.intrinsics.has(name);
  }

  externalValue(name: string, origin: Origin): Value | undefined {
    const site = { importName: (wanted: string) => this.importName(wanted, origin.file ?? '') };
    const named = new Map<string, Value>();
    const at = name.lastIndexOf('.');
    const member = scalar(name.slice(at + 1));
    return (
      this.ask(`${name}=`, { positional: [], named }, origin, site) ??
      this.ask(`${name.slice(0, at)}.*=`, { positional: [member], named }, origin, site)
    );
  }

  #make(callee: Value, args: CallArguments, origin: Origin, scope: Scope, type?: Value): Value {
    if (callee.kind !== 'external') return unknown('what is called is not a function');
    return this.make(callee, args, origin, {
      importName: (name) => this.importName(name, scope.file),
      include: (file, by) =>
        this.under(by, origin, () => this.#include(file, scope), posix.basename(file)),
      ...(type ? { type } : {}),
    });
  }

  /** The names that the file sets are those of the calling module; its lines are its own. */
  #include(file: string, scope: Scope): void {
    const source = this.host.findModule(file, scope.file);
    const inner = scope.including(file);
    const before = this.#included.get(inner.names) ?? new Set();
    if (!source || before.has(file)) return;
    this.#included.set(inner.names, before.add(file));
    this.nested(() => this.block(source.root, inner));
  }

  #instance(
    type: Value & { kind: 'object' },
    args: CallArguments,
    origin: Origin,
    scope: Scope,
  ): Value {
    const base = externalBase(type);
    const object: WorkspaceObject = {
      kind: 'instance',
      name: type.object.name,
      origin,
      attributes: new Map(),
      parents: [type],
    };
    const self: Value = { kind: 'object', object, trail: type.trail };
    const initialise = findAttribute(type, '__init__');
    if (initialise?.kind === 'function')
      this.call(initialise, { ...args, positional: [self, ...args.positional] }, origin, scope);
    else if (base) return withSteps(this.#make(base, args, origin, scope, type), type.trail);
    else setFields(this, self, type, args);
    return self;
  }
}
