import type { Node } from 'web-tree-sitter';
import type { Origin } from '../../../core/environment/setting';
import type { Value } from '../value';

type ScopeKind = 'module' | 'class' | 'function';

/** Names as a piece of code sees them. */
export class Scope {
  /** Names of this scope that mean the module's (`global x`). */
  readonly globals = new Set<string>();

  private constructor(
    readonly kind: ScopeKind,
    readonly file: string,
    readonly names: Map<string, Value>,
    readonly parent: Scope | undefined,
  ) {}

  static ofModule(file: string, names: Map<string, Value>): Scope {
    return new Scope('module', file, names, undefined);
  }

  static ofClass(outer: Scope, names: Map<string, Value>): Scope {
    return new Scope('class', outer.file, names, outer);
  }

  /** A method does not see the names of its class's body. */
  static ofFunction(outer: Scope): Scope {
    return new Scope(
      'function',
      outer.file,
      new Map(),
      outer.kind === 'class' ? outer.parent : outer,
    );
  }

  get(name: string): Value | undefined {
    return this.names.get(name) ?? this.parent?.get(name);
  }

  set(name: string, value: Value): void {
    this.namesFor(name).set(name, value);
  }

  /** Where an assignment of `name` goes. */
  namesFor(name: string): Map<string, Value> {
    return this.globals.has(name) ? this.#root.names : this.names;
  }

  get #root(): Scope {
    return this.parent ? this.parent.#root : this;
  }

  origin(node: Node, name = ''): Origin {
    return { kind: 'code', name, file: this.file, line: node.startPosition.row + 1 };
  }
}
