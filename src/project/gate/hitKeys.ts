import { hostOf, portOf } from '../../core/targets/target';
import type { ExplainedRun, Explanation } from '../explain';
import { decidingTarget } from '../resolution';

/** What a command that is not let through would hit: a key for each database or resource, without any value. */
export function hitKeys({ runs }: Pick<Explanation, 'runs'>): readonly string[] {
  const stopped = runs.filter(({ decision }) => decision !== 'allow' && decision !== 'warn');
  return [...new Set(stopped.flatMap(keysOf))];
}

function keysOf({ operations, resolution, isDevelopmentMissing }: ExplainedRun): string[] {
  const resources = operations.flatMap(({ operation: { place, subject } }) =>
    place ? [JSON.stringify([place.provider, subject])] : [],
  );
  const isAtDatabase = isDevelopmentMissing || operations.some(({ operation }) => !operation.place);
  const target = isAtDatabase ? decidingTarget(resolution)?.target : undefined;
  const database = target && [target.system, hostOf(target), portOf(target), target.database];
  return [...resources, ...(database ? [JSON.stringify(database)] : [])];
}
