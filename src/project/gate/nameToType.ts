import { printable } from '../../core/printable';
import { hostOf, type Target } from '../../core/targets/target';
import type { ExplainedRun } from '../explain';
import { decidingTarget } from '../resolution';

/** Where nothing has a name that can be typed. */
const fallback = 'production';

/** What a person types to say that this is meant: the name of the database, else that of its host or of the resource. */
export function nameToType(runs: readonly ExplainedRun[]): string {
  const name = runs
    .flatMap((run) => [resourceName(run), decidingName(run)])
    .find((candidate) => candidate !== undefined && /^[^\s\p{C}]+$/u.test(candidate));
  return name === undefined ? fallback : printable(name);
}

/** The database, else its host. */
export function targetName(target: Target): string {
  return target.database ?? hostOf(target) ?? fallback;
}

function decidingName({ resolution }: ExplainedRun): string | undefined {
  const target = decidingTarget(resolution)?.target;
  return target && targetName(target);
}

/** The last name is the closest: that of the instance rather than of its account. */
function resourceName({ operations }: ExplainedRun): string | undefined {
  const resource = operations.find(({ operation }) => operation.place)?.operation;
  return resource && (resource.subject.split(' ').at(-1) ?? resource.place?.names.at(-1)?.name);
}
