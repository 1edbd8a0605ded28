import { stepsOf, type Expression, type Step } from '../statements/expression';

/** Names that hold each other grow without end: a longer chain stays as it is written. */
const longestChain = 64;

const unknown: Expression = { kind: 'other' };

/** What the names of a function, or those at the top of a file, stand for. */
export class Names {
  readonly #held = new Map<string, Expression>();
  readonly #shared = new Set<string>();

  /**
   * @param passes calls that give their first argument on: `list(x)`, `sorted(x)`
   * @param results calls that give what the function gives that is their first argument: `Depends(get_db)`
   * @param outer of the function or the file around
   */
  constructor(
    private readonly passes: readonly string[],
    private readonly results: readonly string[] = [],
    private readonly outer?: Names,
  ) {}

  inner(): Names {
    return new Names(this.passes, this.results, this);
  }

  entries(): ReadonlyMap<string, Expression> {
    return this.#held;
  }

  /** The names that hold this one: its own, or those of a function around, or those at the top. */
  holderOf(name: string): Names | undefined {
    return this.#held.has(name) ? this : this.outer?.holderOf(name);
  }

  /** From now on, a name is the file's own: `global x`. */
  share(name: string): void {
    this.#shared.add(name);
  }

  set(name: string, value: Expression | undefined): void {
    if (this.#shared.has(name)) return this.#outermost().set(name, value);
    const known = value && this.resolve(value);
    // What a name holds at first is often nothing.
    if (this.#held.has(name) && (!known || isNothing(known))) return;
    this.#held.set(name, known ?? unknown);
  }

  #outermost(): Names {
    return this.outer ? this.outer.#outermost() : this;
  }

  /** A parameter, which is its function's own whatever stands around. */
  declare(name: string, value: Expression | undefined): void {
    this.#held.set(name, value ? this.resolve(value) : unknown);
  }

  /** An expression with its first name replaced by what that stands for. */
  resolve(expression: Expression): Expression {
    const [root, ...rest] = expression.kind === 'chain' ? expression.steps : [];
    if (!root || root.stands) return expression;
    const first = this.#withArguments(root);
    const begin = this.#standIn(first) ?? [first];
    const steps = [...begin, ...rest.map((step) => this.#withArguments(step))];
    return steps.length > longestChain ? expression : only(steps);
  }

  /** What is given now, whatever the names stand for later. */
  #withArguments(step: Step): Step {
    const { args } = step;
    if (!args?.some(({ value }) => value.kind === 'chain')) return step;
    return { ...step, args: args.map((arg) => ({ ...arg, value: this.resolve(arg.value) })) };
  }

  #standIn(root: Step): readonly Step[] | undefined {
    const argument = root.args?.[0]?.value;
    if (argument?.kind === 'chain' && this.passes.includes(root.name)) return argument.steps;
    if (argument?.kind === 'chain' && this.results.includes(root.name))
      return called(argument.steps, { ...root, args: [] });
    const holder = this.holderOf(root.name);
    // What stands at the top changes until the file is loaded, which is before its functions run.
    const isLate = holder !== this && !holder?.outer;
    const held = isLate ? undefined : holder?.entries().get(root.name);
    if (!held || isNothing(held)) return undefined;
    if (held.kind === 'other') return [{ ...root, stands: { kind: 'local' } }];
    return called(stepsOf(held, root.line), root);
  }
}

/** What stands for a name, called as the name is. */
export function called(steps: readonly Step[], root: Step): readonly Step[] {
  const last = steps.at(-1);
  if (!root.args || !last) return steps;
  const { args, end, line, column } = root;
  if (last.args) return [...steps, { name: '', args, end, line, column }];
  return [...steps.slice(0, -1), { ...last, args, end, line, column }];
}

/** A single step that only holds a value is that value. */
function only(steps: readonly Step[]): Expression {
  const [first, ...others] = steps;
  const value = first?.name === '' && others.length === 0 ? first.args?.[0]?.value : undefined;
  return value ?? { kind: 'chain', steps };
}

export function isNothing(value: Expression): boolean {
  return (
    value.kind === 'nothing' || (value.kind === 'literal' && /^(null|None|nil)$/i.test(value.text))
  );
}
