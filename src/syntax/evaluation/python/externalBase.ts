import { ancestorsOf } from '../attributes';
import type { Value } from '../value';

/** The library class that a workspace class stands on, if any. */
export function externalBase(value: Value): (Value & { kind: 'external' }) | undefined {
  if (value.kind === 'external') return value;
  if (value.kind !== 'object') return undefined;
  return ancestorsOf(value.object).find((ancestor) => ancestor.kind === 'external');
}
