import { argumentAt, isLiteral, isTrue } from './arguments';
import {
  lastNames,
  matchCallPattern,
  parseCallPattern,
  type CallPattern,
  type Captures,
} from './callPattern';
import type { CallRule } from './callRule';
import type { Step } from './expression';
import type { FoundCall } from './foundCall';

/** A rule that fits a call. */
export interface Match {
  readonly rule: CallRule;
  readonly captures: Captures;
  /** The chain that is hit: the call's own, or its first argument's. */
  readonly hit: readonly Step[];
}

interface Entry {
  readonly rule: CallRule;
  readonly pattern: CallPattern;
  readonly takes?: CallPattern;
}

/** The rules of a language, found by the name of the call. */
export class RuleBook {
  readonly #byName = new Map<string, Entry[]>();
  #names: RegExp | undefined;

  constructor(rules: readonly CallRule[]) {
    for (const rule of rules) for (const match of [rule.match].flat()) this.#add(rule, match);
  }

  #add(rule: CallRule, match: string): void {
    const entry = {
      rule,
      pattern: parseCallPattern(match),
      ...(rule.takes === undefined ? {} : { takes: parseCallPattern(rule.takes) }),
    };
    for (const name of lastNames(match))
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), entry]);
  }

  /** Whether a text has the name of any call that a rule is about: most have none, and need not be parsed. */
  isMentionedIn(text: string): boolean {
    this.#names ??= new RegExp([...this.#byName.keys()].map(escaped).join('|'));
    return this.#names.test(text);
  }

  /** The first rule that fits, if any. */
  find(call: FoundCall): Match | undefined {
    for (const entry of this.#byName.get(call.steps.at(-1)?.name ?? '') ?? []) {
      const match = matchEntry(entry, call);
      if (match) return match;
    }
    return undefined;
  }
}

function escaped(name: string): string {
  return name.replace(/[$!?]/g, '\\$&');
}

function matchEntry({ rule, pattern, takes }: Entry, call: FoundCall): Match | undefined {
  const { steps, written, scope } = call;
  const args = steps.at(-1)?.args ?? [];
  if (rule.isBare && args.length > 0) return undefined;
  if (rule.given !== undefined && !isTrue(argumentAt(args, rule.given))) return undefined;
  if (rule.says && !isLiteral(argumentAt(args, rule.says.place), rule.says.literal))
    return undefined;
  const captures = matchCallPattern(pattern, steps) ?? matchCallPattern(pattern, written);
  if (!captures || !takes) return captures && { rule, captures, hit: steps };
  const first = args[0] && scope.resolveChain(args[0].value);
  const taken = first && matchCallPattern(takes, first.steps);
  return taken && { rule, captures: new Map([...captures, ...taken]), hit: first.steps };
}
