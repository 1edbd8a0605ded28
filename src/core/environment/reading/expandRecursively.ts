import type { Budget } from './budget';
import { unescapeDollars, type Expand, type Variables, type Written } from './expandDotenv';

const head = /(\\)?\$(?!\()\{?([\w.]+)/g;
const maxDepth = 200;

/** dotenv-expand 11: every reference in a value is expanded in its turn, later lines included. */
export const expandRecursively: Expand = (written, variables, budget) => {
  const values = new Map(written);
  for (const [name, value] of written) {
    const present = variables(name);
    const expanded =
      present === undefined || present === value
        ? interpolate(value, { values, variables, budget }, 0)
        : present;
    if (expanded === undefined) return undefined;
    values.set(name, unescapeDollars(expanded));
  }
  return values;
};

interface Scope {
  readonly values: Written;
  readonly variables: Variables;
  readonly budget: Budget;
}

function interpolate(value: string, scope: Scope, depth: number): string | undefined {
  if (depth > maxDepth || !scope.budget.spend(value.length + 1)) return undefined;
  let result = '';
  let at = 0;
  for (const match of value.matchAll(head)) {
    if (match.index < at) continue;
    const end = endOfReference(value, match.index + match[0].length);
    const target = match[1]
      ? value.slice(match.index + 1, end.all)
      : resolve(match[2]!, end.fallback, value, scope, depth);
    if (target === undefined || !scope.budget.spend(target.length)) return undefined;
    result += value.slice(at, match.index) + target;
    at = end.all;
  }
  return result + value.slice(at);
}

function resolve(
  name: string,
  fallback: string,
  value: string,
  scope: Scope,
  depth: number,
): string | undefined {
  const outside = scope.variables(name);
  const inFile = scope.values.get(name);
  if (outside) return outside === inFile ? outside : interpolate(outside, scope, depth + 1);
  if (inFile && inFile !== value) return interpolate(inFile, scope, depth + 1);
  return fallback.startsWith('$') ? interpolate(fallback, scope, depth + 1) : fallback;
}

/** A default goes on to its `}`; up to three references may stand inside one another in it. */
function endOfReference(value: string, from: number): { all: number; fallback: string } {
  const operator = value[from] === '-' ? 1 : value.startsWith(':-', from) ? 2 : 0;
  const start = from + operator;
  let at = start;
  for (let open = 0; operator > 0 && at < value.length; at++) {
    if (value[at] === '}' && open-- === 0) break;
    if (value[at] === '$' && value[at + 1] === '{' && open < 3) open++;
  }
  const end = at > start ? at : from;
  return {
    all: value[end] === '}' ? end + 1 : end,
    fallback: at > start ? value.slice(start, at) : '',
  };
}
