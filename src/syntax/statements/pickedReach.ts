import type { Reach } from '../../core/operations/operation';
import { entryOf } from './arguments';
import { numbered, sliced, type Argument, type Expression, type Step } from './expression';

/** How a step of a chain narrows what the chain stands for. `pick` depends on its arguments. */
export type Narrowing = 'one' | 'some' | 'pick';

const reaches: readonly Reach[] = ['one', 'some', 'all'];
const keys = /^(_?id|pk|uuid)(__exact)?$/;

export function narrowest(found: readonly Reach[]): Reach {
  return reaches.find((reach) => found.includes(reach)) ?? 'all';
}

export function widest(found: readonly Reach[]): Reach {
  return reaches.findLast((reach) => found.includes(reach)) ?? 'all';
}

/** How much of what a chain begins with its steps leave. */
export function chainReach(
  steps: readonly Step[],
  narrowing: Readonly<Record<string, Narrowing>>,
): Reach {
  return narrowest(steps.map((step) => stepReach(step, narrowing)));
}

function stepReach({ name, args }: Step, narrowing: Readonly<Record<string, Narrowing>>): Reach {
  if (name === numbered) return 'one';
  if (name === sliced) return 'some';
  if (!args || !Object.hasOwn(narrowing, name)) return 'all';
  const how = narrowing[name];
  return how === 'pick' || how === undefined ? argumentsReach(args) : how;
}

function argumentsReach(args: readonly Argument[]): Reach {
  const [first, ...others] = args;
  // `where('id', 1)`, `where('id', '>', 1)`
  if (first?.value.kind === 'text' && others.length > 0)
    return others.length === 1 && keys.test(first.value.text) ? 'one' : 'some';
  return narrowest(
    args.map(({ name, value }) =>
      name === undefined ? filterReach(value) : entryReach(name, value),
    ),
  );
}

/** How much a filter lets through: an empty one, and one that says only what is always true, everything. */
export function filterReach(filter: Expression | undefined): Reach {
  switch (filter?.kind) {
    case undefined:
    case 'nothing':
      return 'all';
    case 'literal':
      return /^(true|null|nil|none)$/i.test(filter.text) ? 'all' : 'one';
    case 'text':
      return /^\s*(1\s*=\s*1|true|)\s*$/i.test(filter.text) ? 'all' : 'some';
    case 'list':
      return filter.items.length === 0 ? 'all' : 'some';
    case 'object':
      return objectReach(filter);
    default:
      return 'some';
  }
}

function objectReach(filter: Extract<Expression, { kind: 'object' }>): Reach {
  const where = entryOf(filter, 'where');
  if (where) return filterReach(where);
  const reach = narrowest(filter.entries.map(([key, value]) => entryReach(key, value)));
  return reach === 'all' && filter.isOpen ? 'some' : reach;
}

function entryReach(key: string, value: Expression): Reach {
  if (value.kind === 'nothing' || (keys.test(key) && isAnyValue(value))) return 'all';
  return keys.test(key) && value.kind !== 'object' && value.kind !== 'list' ? 'one' : 'some';
}

/** `{ $exists: true }`, `{ $ne: null }` */
function isAnyValue(value: Expression): boolean {
  const exists = entryOf(value, '$exists') ?? entryOf(value, '$ne');
  return exists?.kind === 'literal' && /^(true|null|none)$/i.test(exists.text);
}
