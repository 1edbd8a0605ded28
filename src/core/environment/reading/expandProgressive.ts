import type { Budget } from './budget';
import { unescapeDollars, type Expand, type Variables } from './expandDotenv';

const reference = /(?<!\\)\$\{([^{}]+)\}|(?<!\\)\$([A-Za-z_]\w*)/;
const operatorPattern = /:\+|\+|:-|-/;

/** `${NAME}`, `${NAME:-word}` and so on, taken apart. */
export interface Reference {
  readonly name: string;
  readonly operator: string;
  readonly word: string;
}

export interface ProgressiveRules {
  /** Whether a reference sees the whole file, or only the lines above it. */
  readonly seesWholeFile: boolean;
  /** Whether what the file has already expanded hides what it had put in the environment unexpanded. */
  readonly prefersExpanded: boolean;
  /** `seen`: the texts that this value has already been. */
  readonly evaluate: (
    reference: Reference,
    variables: Variables,
    seen: ReadonlySet<string>,
  ) => string;
  /** Whether expansion ends once the text is the value of the variable in it. */
  readonly endsAt: (
    fromFile: string | undefined,
    variable: string | undefined,
  ) => string | undefined;
}

/** dotenv-expand from 12 on: the first reference that holds no other, then all over again. */
export function expandProgressively(rules: ProgressiveRules): Expand {
  return (written, variables, budget) => {
    const values = new Map(rules.seesWholeFile ? written : []);
    for (const [name, value] of written) {
      const present = variables(name);
      const visible = (wanted: string): string | undefined => {
        const outside = variables(wanted);
        const isExpanded = values.has(wanted) && outside === written.get(wanted);
        return rules.prefersExpanded && isExpanded
          ? values.get(wanted)
          : (outside ?? values.get(wanted));
      };
      const expanded =
        present && present !== value
          ? present
          : expandValue(value, visible, (wanted) => values.get(wanted), rules, budget);
      if (expanded === undefined) return undefined;
      values.set(name, unescapeDollars(expanded));
    }
    return values;
  };
}

function expandValue(
  written: string,
  variables: Variables,
  fromFile: Variables,
  rules: ProgressiveRules,
  budget: Budget,
): string | undefined {
  let value = written;
  const seen = new Set<string>();
  for (;;) {
    const match = reference.exec(value);
    if (!match) return value;
    if (!budget.spend(value.length)) return undefined;
    seen.add(value);
    const found = takeApart(match[1] ?? match[2]!);
    // `replace` finds the first such text, and honours `$$` and `$&` in the target, just as the package does.
    value = value.replace(match[0], rules.evaluate(found, variables, seen));
    if (value === rules.endsAt(fromFile(found.name), variables(found.name))) return value;
  }
}

function takeApart(expression: string): Reference {
  const match = operatorPattern.exec(expression);
  if (!match) return { name: expression, operator: '', word: '' };
  return {
    name: expression.slice(0, match.index),
    operator: match[0],
    word: expression.slice(match.index + match[0].length),
  };
}

/** As version 12 and Vite's copy of it: an empty variable counts as unset for every operator. */
export function evaluateLoosely(
  { name, operator, word }: Reference,
  variables: Variables,
  seen: ReadonlySet<string>,
): string {
  const value = variables(name);
  if (operator === '+' || operator === ':+') return value ? word : '';
  return value && !seen.has(value) ? value : word;
}
