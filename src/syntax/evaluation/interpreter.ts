import type { Origin } from '../../core/environment/setting';
import type { Step } from '../../core/environment/step';
import type { CallSite, EvaluationHost, Intrinsic } from './host';
import { Memory } from './memory';
import {
  scalar,
  textOf,
  unknown,
  variablesOf,
  withSteps,
  type CallArguments,
  type MadeValue,
  type Value,
} from './value';

/** Nodes visited in one evaluation: more than any configuration needs, less than a person can feel. */
const mostSteps = 100_000;
const deepestCall = 24;
const deepestNode = 320;

/** Longer names come from endless chains of calls only. */
const longestName = 200;

interface Made {
  readonly name: string;
  readonly trail: readonly Step[];
  readonly alias?: string | undefined;
  readonly type?: Value | undefined;
}

/** What following code has in common for every language: its limits, and the evidence of conditions. */
export abstract class Interpreter {
  readonly memory = new Memory();
  readonly #because: Step[] = [];
  #steps = 0;
  #calls = 0;
  #depth = 0;

  constructor(
    readonly host: EvaluationHost,
    readonly intrinsics: ReadonlyMap<string, Intrinsic>,
  ) {}

  /** Runs `work` one level deeper, at the cost of `steps`; `undefined` where that is too deep or there was too much already. */
  deeper<T>(work: () => T, steps = 1): T | undefined {
    if (!this.spend(steps) || this.#depth >= deepestNode) return undefined;
    this.#depth++;
    try {
      return work();
    } finally {
      this.#depth--;
    }
  }

  /** Counts work beyond that of the nodes themselves: copies of long lists. */
  spend(steps: number): boolean {
    this.#steps += steps;
    return this.host.budget.take(steps) && this.#steps <= mostSteps;
  }

  /** Runs the body of a function; what it learns of conditions ends with it. */
  nested<T>(work: () => T): T | undefined {
    if (this.#calls >= deepestCall) return undefined;
    const before = this.#because.length;
    this.#calls++;
    try {
      return work();
    } finally {
      this.#calls--;
      this.#because.length = before;
    }
  }

  /** Runs `work` under a condition that depends on `value`: what it assigns is marked as chosen by it. */
  under<T>(value: Value, origin: Origin, work: () => T, choice?: string): T {
    const before = this.#because.length;
    this.hold(value, origin, choice);
    try {
      return work();
    } finally {
      this.#because.length = before;
    }
  }

  /** From here to the end of the function, everything depends on `value`. */
  hold(value: Value, origin: Origin, choice?: string): void {
    const by = variablesOf(value);
    if (by.length === 0) return;
    const named = choice === undefined ? {} : { choice };
    this.#because.push(...value.trail.filter(({ kind }) => kind === 'read'), {
      kind: 'chosen',
      by,
      ...named,
      origin,
    });
  }

  /** `value`, marked with the conditions under which it came about. */
  marked<T extends Value>(value: T): T {
    return withSteps(value, this.#because);
  }

  /** `value`, marked as picked by `by` where that depends on variables. */
  chosen(value: Value, by: Value, origin: Origin, key?: string): Value {
    const variables = variablesOf(by);
    if (variables.length === 0) return value;
    const choice = value.kind === 'object' ? value.object.name : key;
    const named = choice === undefined ? {} : { choice };
    return withSteps(value, [...by.trail, { kind: 'chosen', by: variables, ...named, origin }]);
  }

  /** Whether two values are equal; remembers the text that a variable is compared with. */
  equal(left: Value, right: Value): boolean | undefined {
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const text = textOf(other);
      if (text !== undefined) this.host.onCompared(variablesOf(one), text);
    }
    return left.kind === 'scalar' && right.kind === 'scalar'
      ? left.value === right.value
      : undefined;
  }

  /** What a call of something of a library gives: what is known of it, else a value that remembers the call. */
  protected make(
    callee: Value & { kind: 'external' },
    args: CallArguments,
    origin: Origin,
    site: CallSite,
  ): Value {
    if (callee.name.length > longestName)
      return unknown('the chain of calls is too long to follow');
    const known = this.ask(callee.name, args, origin, site);
    const { name, trail } = callee;
    return known
      ? withSteps(known, trail)
      : this.#made({ name, trail, type: site.type }, args, origin);
  }

  /** What the rule of that name makes of a call; `undefined` where there is none, or where it leaves the call as it is. */
  protected ask(
    name: string,
    args: CallArguments,
    origin: Origin,
    site: CallSite,
  ): Value | undefined {
    return this.intrinsics.get(name)?.({
      ...site,
      args,
      origin,
      host: this.host,
      write: (map, key, value) => this.memory.set(map, key, this.marked(value)),
      make: (maker, given, alias) => this.#made({ name: maker, trail: [], alias }, given, origin),
      chosen: (value, by, key) => this.chosen(value, by, origin, key),
      because: (by = scalar(null), key) =>
        this.marked(this.chosen(scalar(null), by, origin, key)).trail,
    });
  }

  #made({ name, trail, ...more }: Made, args: CallArguments, origin: Origin): MadeValue & Value {
    const attributes = new Map<string, Value>();
    const made = this.marked({
      kind: 'made' as const,
      maker: name,
      args,
      origin,
      attributes,
      trail,
      ...more,
    });
    this.host.onMade(made);
    return made;
  }
}
