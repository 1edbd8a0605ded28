import type { Problem } from '../core/environment/setting';
import { hostOf, portOf, type Target } from '../core/targets/target';
import type { AssessedTarget, Missing, Resolution } from './resolution';

/** A file that is no env file has one for each of its lines. */
const mostRemarks = 50;

/** Several answers as one, in their order. What they agree on counts once; standby targets go last. */
export function unite(resolutions: readonly Resolution[]): Resolution {
  return {
    targets: uniteTargets(resolutions.flatMap(({ targets }) => targets)),
    missing: uniqueBy(
      resolutions.flatMap(({ missing }) => missing),
      ({ name }: Missing) => name,
    ),
    problems: uniqueBy(
      resolutions.flatMap(({ problems }) => problems),
      problemKey,
    ),
    remarks: uniqueBy(
      resolutions.flatMap(({ remarks = [] }) => remarks),
      problemKey,
    ).slice(0, mostRemarks),
    readBy: [...new Set(resolutions.flatMap(({ readBy }) => readBy))],
  };
}

export function uniteTargets(targets: readonly AssessedTarget[]): AssessedTarget[] {
  const inUseFirst = targets.toSorted(
    (a, b) => Number(a.target.standby) - Number(b.target.standby),
  );
  return uniqueBy(inUseFirst, ({ target }) => identityOf(target));
}

function problemKey({ file, line, message }: Problem): string {
  return `${file}:${line}:${message}`;
}

function identityOf(target: Target): string {
  const { system, database, user, origin } = target;
  return JSON.stringify([
    system,
    hostOf(target),
    portOf(target),
    database,
    user,
    origin.name,
    origin.file,
    origin.line,
  ]);
}

function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const byKey = new Map<string, T>();
  for (const item of items) if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), item);
  return [...byKey.values()];
}
