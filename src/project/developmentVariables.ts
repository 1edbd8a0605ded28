import type { Environment } from '../core/environment/environment';
import type { Origin } from '../core/environment/setting';
import type { Missing } from './resolution';

/** What a team has stated: without one of these values, a run of theirs is not a development run. */
export interface DevelopmentVariable {
  readonly name: string;
  readonly expected: readonly string[];
  readonly origin: Origin;
}

/** Reads `{"FLASK_ENV": ["development"]}`; a text stands for a list of one. What cannot be read is left out. */
export function parseDevelopmentVariables(
  value: unknown,
  origin: Origin,
): readonly DevelopmentVariable[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, entry]) => {
    const expected = [entry].flat().filter((item): item is string => typeof item === 'string');
    return expected.length > 0 ? [{ name, expected, origin }] : [];
  });
}

/** The stated variables that are not as stated in any of the environments that a run may see. */
export function findUnset(
  stated: readonly DevelopmentVariable[],
  environments: readonly Environment[],
): readonly Missing[] {
  return stated
    .filter(
      ({ name, expected }) =>
        !environments.some((environment) => expected.includes(environment.get(name) ?? '')),
    )
    .map(({ name, expected, origin }) => ({
      name,
      expected,
      because: 'says so for this project',
      origin,
    }));
}

/** Stated is stronger than inferred. */
export function withStated(
  inferred: readonly Missing[],
  stated: readonly DevelopmentVariable[],
  unset: readonly Missing[],
): readonly Missing[] {
  const names = new Set(stated.map(({ name }) => name));
  return [...unset, ...inferred.filter(({ name }) => !names.has(name))];
}
