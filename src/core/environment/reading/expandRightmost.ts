import type { Budget } from './budget';
import { unescapeDollars, type Expand, type Variables, type Written } from './expandDotenv';

const reference = /^\$\{?(\w+)(?::-([^}\\]*))?\}?/;

/** dotenv-expand up to 10, and the copy of it in @next/env: the last reference first, then all over again. */
export const expandRightmost: Expand = (written, variables, budget) => {
  const values = new Map(written);
  for (const [name, value] of written) {
    const expanded = expandValue(variables(name) ?? value, values, variables, budget);
    if (expanded === undefined) return undefined;
    values.set(name, unescapeDollars(expanded));
  }
  return values;
};

function expandValue(
  written: string,
  values: Written,
  variables: Variables,
  budget: Budget,
): string | undefined {
  let value = written;
  for (;;) {
    const match = reference.exec(value.slice(lastDollar(value)));
    if (!match) return value;
    if (!budget.spend(value.length)) return undefined;
    const [group, name, fallback] = match;
    const target = variables(name!) || fallback || values.get(name!) || '';
    // `replace` finds the first such text, and honours `$$` and `$&` in the target, just as the package does.
    value = value.replace(group, target);
  }
}

function lastDollar(value: string): number {
  let at = value.lastIndexOf('$');
  while (at > 0 && value[at - 1] === '\\') at = value.lastIndexOf('$', at - 1);
  return at < 0 ? value.length : at;
}
