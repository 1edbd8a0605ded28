import type { Step } from '../../core/environment/step';
import { unknown, type Value } from './value';

/** Longer than any list of a configuration; keeps lists that double with each line from growing without end. */
const longestList = 5_000;

export function listOf(items: readonly Value[], trail: readonly Step[] = []): Value {
  return items.length > longestList
    ? unknown('the list is too long to follow', trail)
    : { kind: 'list', items, trail };
}
