import type { Expression } from '../statements/expression';

/** Whether a filter, or a condition in it, may be undefined at run time: `{ where: { id: user?.id } }`. */
export function mayBeUndefined(value: Expression | undefined): boolean {
  switch (value?.kind) {
    case 'nothing':
      return true;
    case 'object':
      return value.entries.some(([, entry]) => mayBeUndefined(entry));
    case 'chain':
      return value.steps.some(({ isOptional }) => isOptional);
    default:
      return false;
  }
}
