import type { Origin } from '../../../core/environment/setting';
import { oneOf, scalar, unknown, withSteps, type Value } from '../value';
import type { Evaluator } from './evaluator';

/** The names under which runtimes hand out the variables of the process. */
const environments = new Set(['process.env', 'Bun.env']);

export function isEnvironment(value: Value): boolean {
  return value.kind === 'external' && environments.has(value.name);
}

/** `process.env.X`: a text, or `undefined` where it is not set. */
export function readVariable(evaluator: Evaluator, name: string, origin: Origin): Value {
  const found = evaluator.host.variable(name);
  const here = { ...origin, name };
  const step = { kind: 'read', name, isSet: found !== undefined } as const;
  const uncertain = evaluator.uncertainVariables.get(name);
  if (uncertain) return withSteps(uncertain, [{ ...step, origin: here }]);
  return found
    ? scalar(found.value, [...(found.trail ?? []), { ...step, origin: found.origin }])
    : scalar(undefined, [{ ...step, origin: here }]);
}

/** `process.env.X = …`: every value becomes a text. */
export function writeVariable(
  evaluator: Evaluator,
  name: string,
  value: Value,
  origin: Origin,
): void {
  const { host, memory, uncertainVariables } = evaluator;
  if (value.kind === 'scalar' && !memory.isUncertain) {
    uncertainVariables.delete(name);
    host.setVariable(name, String(value.value), { ...origin, name });
    return;
  }
  const written =
    value.kind === 'scalar' ? scalar(String(value.value), value.trail) : unknownText(value);
  const before = memory.isUncertain ? [readVariable(evaluator, name, origin)] : [];
  uncertainVariables.set(name, oneOf([written, ...before]));
}

function unknownText(value: Value): Value {
  return unknown(
    value.kind === 'unknown' ? value.reason : 'the code sets it to what is not followed',
    value.trail,
  );
}
