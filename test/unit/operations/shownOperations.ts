import type { Operation } from '../../../src/core/operations/operation';

/** `kind reach subject` of each, with `!` where nothing is left behind. */
export function shownOperations(operations: readonly Operation[]): readonly string[] {
  return operations.map(
    ({ kind, reach, subject, takesAll }) => `${kind} ${reach} ${subject}${takesAll ? '!' : ''}`,
  );
}
