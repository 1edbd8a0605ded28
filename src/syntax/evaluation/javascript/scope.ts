import type { Node } from 'web-tree-sitter';
import type { Origin } from '../../../core/environment/setting';
import type { Memory } from '../memory';
import { scalar, type Value } from '../value';

/** What one file gives to others. */
export interface JavaScriptModule {
  readonly file: string;
  /** Whether it is written with `import` and `export`. */
  readonly isStandard: boolean;
  /** What `export` names; the value of a module that is imported. */
  readonly exports: Map<string, Value>;
  /** Names that are exported as they are at the end of the module, by the name inside. */
  readonly live: (readonly [exported: string, inside: string])[];
  /** `module` of CommonJS: its entry `exports` is what `require` gives. */
  readonly commonJs: Map<string, Value>;
}

type ScopeKind = 'module' | 'function' | 'block';

/** Names as a piece of code sees them. */
export class Scope {
  readonly names: Map<string, Value>;

  private constructor(
    readonly kind: ScopeKind,
    readonly module: JavaScriptModule,
    readonly parent: Scope | undefined,
    private readonly memory: Memory,
  ) {
    this.names = memory.born(new Map());
  }

  static ofModule(module: JavaScriptModule, memory: Memory): Scope {
    return new Scope('module', module, undefined, memory);
  }

  inner(kind: 'function' | 'block'): Scope {
    return new Scope(kind, this.module, this, this.memory);
  }

  get(name: string): Value | undefined {
    return this.#declaring(name)?.names.get(name);
  }

  /** Where an assignment of `name` goes; to the module, where nothing declares it. */
  namesFor(name: string): Map<string, Value> {
    return (this.#declaring(name) ?? this.root).names;
  }

  /** Where `var` declares. */
  get functionNames(): Map<string, Value> {
    let scope: Scope = this;
    while (scope.kind === 'block' && scope.parent) scope = scope.parent;
    return scope.names;
  }

  get root(): Scope {
    let scope: Scope = this;
    while (scope.parent) scope = scope.parent;
    return scope;
  }

  get self(): Value {
    return this.get('this') ?? scalar(undefined);
  }

  get file(): string {
    return this.module.file;
  }

  origin(node: Node, name = ''): Origin {
    return { kind: 'code', name, file: this.file, line: node.startPosition.row + 1 };
  }

  #declaring(name: string): Scope | undefined {
    let scope: Scope | undefined = this;
    while (scope && !scope.names.has(name)) scope = scope.parent;
    return scope;
  }
}
