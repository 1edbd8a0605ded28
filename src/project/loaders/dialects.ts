import type { Dialect } from '../../core/environment/dialect';
import { dialects } from '../../core/environment/dialects';

export type DialectId = (typeof dialects)[number]['id'];

/** @throws where no such dialect exists: a mistake in a loader's row. */
export function dialectOf(id: DialectId): Dialect {
  const dialect = dialects.find((candidate) => candidate.id === id);
  if (!dialect) throw new Error(`There is no dialect ${id}.`);
  return dialect;
}
