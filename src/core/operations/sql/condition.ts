import type { Reach } from '../operation';
import type { SqlName } from './sqlName';

/** What a WHERE asks of a row, as far as it tells how many rows it lets through. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | {
      readonly kind: 'compare';
      readonly left: Operand;
      readonly operator: string;
      readonly right: Operand;
    }
  | { readonly kind: 'notNull'; readonly of: Operand }
  | { readonly kind: 'literal'; readonly isTrue: boolean }
  /** A row that a program holds at the moment: `CURRENT OF`. */
  | { readonly kind: 'current' }
  | { readonly kind: 'other' };

export type Operand =
  /** `path` is as it is written, in lower case. */
  | { readonly kind: 'column'; readonly path: string }
  | { readonly kind: 'literal'; readonly text: string }
  /** A placeholder, a call, a query: one value that is not known here. */
  | { readonly kind: 'value' };

/** `none` where no row ever fits. */
export function reachOfCondition(condition: Condition, table: SqlName): Reach | 'none' {
  switch (condition.kind) {
    case 'and':
      return narrowest(condition.parts.map((part) => reachOfCondition(part, table)));
    case 'or':
      return widest(condition.parts.map((part) => reachOfCondition(part, table)));
    case 'not':
      return opposite(reachOfCondition(condition.part, table));
    case 'literal':
      return condition.isTrue ? 'all' : 'none';
    case 'compare':
      return reachOfComparison(condition, table);
    case 'notNull':
      return isKey(condition.of, table) || condition.of.kind === 'literal' ? 'all' : 'some';
    case 'current':
      return 'one';
    case 'other':
      return 'some';
  }
}

function narrowest(parts: readonly (Reach | 'none')[]): Reach | 'none' {
  if (parts.includes('none')) return 'none';
  if (parts.includes('one')) return 'one';
  return parts.every((part) => part === 'all') ? 'all' : 'some';
}

function widest(parts: readonly (Reach | 'none')[]): Reach | 'none' {
  if (parts.includes('all')) return 'all';
  const reaching = parts.filter((part) => part !== 'none');
  return reaching.length > 1 ? 'some' : (reaching[0] ?? 'none');
}

function opposite(reach: Reach | 'none'): Reach | 'none' {
  if (reach === 'all') return 'none';
  return reach === 'none' ? 'all' : 'some';
}

function reachOfComparison(
  { left, operator, right }: Condition & { kind: 'compare' },
  table: SqlName,
): Reach | 'none' {
  if (left.kind === 'literal' && right.kind === 'literal')
    return holds(left.text, operator, right.text);
  if (left.kind === 'column' && right.kind === 'column')
    return left.path === right.path ? holds('', operator, '') : 'some';
  if (left.kind !== 'column')
    return right.kind === 'column'
      ? reachOfComparison(
          { kind: 'compare', left: right, operator: mirrored[operator] ?? operator, right: left },
          table,
        )
      : 'some';
  if (operator === 'like')
    return right.kind === 'literal' && /^%+$/.test(right.text) ? 'all' : 'some';
  if (!isKey(left, table)) return 'some';
  if (operator === '=') return 'one';
  return right.kind === 'literal' && isBelowKeys(operator, right.text) ? 'all' : 'some';
}

const mirrored: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };

const outcomes: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

function holds(left: string, operator: string, right: string): Reach | 'none' {
  const isNumber = [left, right].every((text) => text !== '' && Number.isFinite(Number(text)));
  const order = isNumber ? Number(left) - Number(right) : left === right ? 0 : NaN;
  const outcome = outcomes[operator];
  // Which of two different texts comes first depends on the database.
  if (!outcome || (Number.isNaN(order) && operator !== '=' && operator !== '<>')) return 'some';
  return outcome(order) ? 'all' : 'none';
}

/** Keys count from one: `id > 0` lets every row through. */
function isBelowKeys(operator: string, text: string): boolean {
  if (operator === '<>') return text === '' || Number(text) <= 0;
  const limit = { '>': 0, '>=': 1 }[operator];
  return limit !== undefined && text !== '' && Number(text) <= limit;
}

const keys = new Set(['id', '_id', 'uuid', 'guid', 'pk', 'oid', 'ctid', 'rowid', '_rowid_']);

/** Whether a column tells one row of the table from all others: `id`, and `user_id` of users. */
function isKey(operand: Operand, { key }: SqlName): boolean {
  if (operand.kind !== 'column') return false;
  const column = operand.path.slice(operand.path.lastIndexOf('.') + 1);
  const base = key.slice(key.lastIndexOf('.') + 1);
  const own = [base, base.replace(/s$/, ''), base.replace(/es$/, ''), base.replace(/ies$/, 'y')];
  const match = /^(.+?)_?(?:id|uuid|guid)$/.exec(column)?.[1];
  return keys.has(column) || (match !== undefined && own.includes(match));
}
