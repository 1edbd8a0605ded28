import type { Reach } from '../../core/operations/operation';
import { entryOf } from './arguments';
import {
  instance,
  listed,
  numbered,
  sliced,
  type Argument,
  type Expression,
  type Step,
} from './expression';

/**
 * How a step of a chain narrows what the chain stands for. `pick` takes what its arguments say, `except` all but that;
 * `given` what the chain does that is its first argument.
 */
export type Narrowing = 'one' | 'some' | 'pick' | 'except' | 'given';

const reaches: readonly Reach[] = ['one', 'some', 'all'];
const keys = /^(_?id|pk|uuid)(__exact)?$/;
/** A variable that holds a key: `id`, `userId`. */
const keyNames = /^(_?id|pk|uuid)$|(?<=[a-z])(Id|ID)$|_id$/;
const keyCondition = /^\s*(\w+\.)?(_?id|pk|uuid)\s*={1,2}\s*(:\w+|\?|\$\d+|⟨\w+⟩|\d+)\s*$/i;
/** What filters are made of where there are no literals for them: `bson.M{}`, `new Document()`. */
const documents = /^(M|D|Document|BasicDBObject)$/;
/** Calls that compare with more than one value, or with none: TypeORM's `In(ids)`. */
const comparers = /^(In|Not|Any|Between|LessThan\w*|MoreThan\w*|I?Like|Raw|IsNull)$/;

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
  return narrowest([...steps.map((step) => stepReach(step, narrowing)), endReach(steps.at(-1))]);
}

/** What has more behind it stands for that. */
function endReach(last: Step | undefined): Reach {
  return last && [numbered, instance].includes(last.name) ? 'one' : 'all';
}

function stepReach({ name, args }: Step, narrowing: Readonly<Record<string, Narrowing>>): Reach {
  if (name === sliced || name === listed) return 'some';
  if (!args || !Object.hasOwn(narrowing, name)) return 'all';
  const how = narrowing[name];
  if (how === 'one' || how === 'some') return how;
  if (how === 'given') return givenReach(args[0]?.value, narrowing);
  const picked = argumentsReach(args);
  if (how !== 'except') return picked;
  return picked === 'one' ? 'all' : 'some';
}

function givenReach(
  given: Expression | undefined,
  narrowing: Readonly<Record<string, Narrowing>>,
): Reach {
  return given?.kind === 'chain' ? chainReach(given.steps, narrowing) : 'some';
}

function argumentsReach(args: readonly Argument[]): Reach {
  const [first, ...others] = args;
  // `where('id', 1)`, `where('id', '=', 1)`, `where('id', '>', 1)`, `where('id = :id', { id })`
  if (first?.value.kind === 'text' && others.length > 0) {
    const isEqual = others.length === 1 || isText(others[0]?.value, '=');
    if (keyCondition.test(first.value.text)) return 'one';
    return isEqual && keys.test(columnOf(first.value.text)) ? 'one' : 'some';
  }
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
      if (keyCondition.test(filter.text)) return 'one';
      return /^\s*(1\s*=\s*1|true|)\s*$/i.test(filter.text) ? 'all' : 'some';
    case 'chain':
      return conditionReach(filter.steps);
    case 'list':
      return filter.items.length === 0 ? 'all' : 'some';
    case 'object':
      return objectReach(filter);
    case 'comparison':
      return comparisonReach(filter);
    default:
      return 'some';
  }
}

/** `User.id == 3` picks one; what compares with a column of another table does not. */
function comparisonReach({
  operator,
  left,
  right,
}: Extract<Expression, { kind: 'comparison' }>): Reach {
  const column = left.kind === 'chain' ? left.steps.at(-1) : undefined;
  const isKey = column && !column.args && keys.test(column.name);
  const isJoin = right.kind === 'chain' && right.steps.length > 1 && isType(right.steps[0]);
  return isKey && operator === '==' && !isJoin ? 'one' : 'some';
}

function isType(step: Step | undefined): boolean {
  return step?.stands?.kind === 'class' || /^[A-Z]/.test(step?.name ?? '');
}

/** `id`, `eq(users.id, 1)`, `and(eq(users.id, 1), …)`; `true()` and `Q()` let everything through. */
function conditionReach(steps: readonly Step[]): Reach {
  const { name, args } = steps.at(-1)!;
  if (!args) return keyNames.test(name) ? 'one' : 'some';
  if (documents.test(name)) return argumentsReach(args);
  if (name === 'and') return narrowest(args.map(({ value }) => filterReach(value)));
  const column = name === 'eq' ? args[0]?.value : undefined;
  return column?.kind === 'chain' && keys.test(column.steps.at(-1)!.name) ? 'one' : 'some';
}

function isText(value: Expression | undefined, text: string): boolean {
  return value?.kind === 'text' && value.text === text;
}

/** `id` of `users.id` */
function columnOf(text: string): string {
  return text.slice(text.lastIndexOf('.') + 1);
}

function objectReach(filter: Extract<Expression, { kind: 'object' }>): Reach {
  const where = entryOf(filter, 'where');
  if (where) return filterReach(where);
  const reach = narrowest(filter.entries.map(([key, value]) => entryReach(key, value)));
  return reach === 'all' && filter.isOpen ? 'some' : reach;
}

function entryReach(key: string, value: Expression): Reach {
  if (value.kind === 'nothing' || (keys.test(key) && isAnyValue(value))) return 'all';
  return keys.test(key) && !isMany(value) ? 'one' : 'some';
}

/** `[1, 2]`, `{ $in: … }`, `ids`, `In(ids)` */
function isMany(value: Expression): boolean {
  if (value.kind !== 'chain') return value.kind === 'object' || value.kind === 'list';
  const { name, args } = value.steps.at(-1)!;
  return args ? comparers.test(name) : /ids$/i.test(name);
}

/** `{ $exists: true }`, `{ $ne: null }` */
function isAnyValue(value: Expression): boolean {
  const exists = entryOf(value, '$exists') ?? entryOf(value, '$ne');
  return exists?.kind === 'literal' && /^(true|null|none)$/i.test(exists.text);
}
