import { stepsOf, type Chain, type Expression } from './expression';

/** Names that hold each other grow without end: a longer chain stays as it is written. */
const longestChain = 64;

/** What the names of a function stand for, as far as that is written. */
export class Scope {
  readonly #values = new Map<string, Expression | undefined>();

  /** @param passes calls that give their first argument on: `list(x)`, `sorted(x)` */
  constructor(
    private readonly passes: readonly string[],
    private readonly outer?: Scope,
  ) {}

  inner(): Scope {
    return new Scope(this.passes, this);
  }

  /** `undefined` where a name holds what nothing says: it then speaks for itself. */
  set(name: string, value: Expression | undefined): void {
    this.#values.set(name, value?.kind === 'other' ? undefined : value && this.resolve(value));
  }

  /** An expression with its first name replaced by what that stands for. */
  resolve(expression: Expression): Expression {
    const [root, ...rest] = expression.kind === 'chain' ? expression.steps : [];
    if (!root) return expression;
    const argument = root.args?.[0]?.value;
    const isPassed = argument?.kind === 'chain' && this.passes.includes(root.name);
    const held = isPassed ? this.resolve(argument) : root.args ? undefined : this.#get(root.name);
    if (!held) return expression;
    if (rest.length === 0) return held;
    const steps = [...stepsOf(held, root.line), ...rest];
    return steps.length > longestChain ? expression : { kind: 'chain', steps };
  }

  resolveChain(expression: Expression): Chain | undefined {
    const resolved = this.resolve(expression);
    return resolved.kind === 'chain' ? resolved : undefined;
  }

  #get(name: string): Expression | undefined {
    if (this.#values.has(name)) return this.#values.get(name);
    return this.outer && this.outer.#get(name);
  }
}
