import { printable } from '../../core/printable';
import { hostOf } from '../../core/targets/target';
import type { ExplainedRun } from '../explain';
import { decidingTarget } from '../resolution';

/** What a person types to say that this is meant: the name of the database, else that of its host or of the resource. */
export function nameToType(runs: readonly ExplainedRun[]): string {
  const name = runs
    .flatMap((run) => [resourceName(run), targetName(run)])
    .find((candidate) => candidate !== undefined && /^[^\s\p{C}]+$/u.test(candidate));
  return name === undefined ? 'production' : printable(name);
}

function targetName({ resolution }: ExplainedRun): string | undefined {
  const target = decidingTarget(resolution)?.target;
  return target && (target.database ?? hostOf(target) ?? undefined);
}

/** The last name is the closest: that of the instance rather than of its account. */
function resourceName({ operations }: ExplainedRun): string | undefined {
  const resource = operations.find(({ operation }) => operation.place)?.operation;
  return resource && (resource.subject.split(' ').at(-1) ?? resource.place?.names.at(-1)?.name);
}
