import type { Node } from 'web-tree-sitter';
import type { Origin } from '../../../core/environment/setting';
import type { Value } from '../value';

type ScopeKind = 'module' | 'class' | 'function';

/** The method that a piece of code is in: the class that holds it, and what it is called on. */
interface Method {
  readonly owner: Value;
  readonly self: Value | undefined;
}

interface Surroundings {
  readonly parent?: Scope | undefined;
  /** The class whose body this is. */
  readonly owner?: Value;
  readonly method?: Method | undefined;
}

/** Names as a piece of code sees them. */
export class Scope {
  /** Names of this scope that mean the module's (`global x`). */
  readonly globals = new Set<string>();

  private constructor(
    readonly kind: ScopeKind,
    readonly file: string,
    readonly names: Map<string, Value>,
    private readonly around: Surroundings,
  ) {}

  static ofModule(file: string, names: Map<string, Value>): Scope {
    return new Scope('module', file, names, {});
  }

  static ofClass(outer: Scope, names: Map<string, Value>, type: Value): Scope {
    return new Scope('class', outer.file, names, { parent: outer, owner: type });
  }

  /** A method does not see the names of its class's body. */
  static ofFunction(outer: Scope, self?: Value): Scope {
    const { kind, file, around } = outer;
    const parent = kind === 'class' ? around.parent : outer;
    const method = around.owner && { owner: around.owner, self };
    return new Scope('function', file, new Map(), { parent, method });
  }

  /** The module's own names, as another file sees them whose code runs in its place. */
  including(file: string): Scope {
    return Scope.ofModule(file, this.#root.names);
  }

  get method(): Method | undefined {
    return this.around.method ?? this.around.parent?.method;
  }

  get(name: string): Value | undefined {
    return this.names.get(name) ?? this.around.parent?.get(name);
  }

  set(name: string, value: Value): void {
    this.namesFor(name).set(name, value);
  }

  /** Where an assignment of `name` goes. */
  namesFor(name: string): Map<string, Value> {
    return this.globals.has(name) ? this.#root.names : this.names;
  }

  get #root(): Scope {
    const { parent } = this.around;
    return parent ? parent.#root : this;
  }

  origin(node: Node, name = ''): Origin {
    return { kind: 'code', name, file: this.file, line: node.startPosition.row + 1 };
  }
}
