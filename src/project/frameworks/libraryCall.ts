import { dirname, isAbsolute, join } from 'node:path';
import type { Intrinsic, Variable } from '../../syntax/evaluation/host';
import { scalar, textOf, unknown, withSteps, type Value } from '../../syntax/evaluation/value';

export type LibraryCall = Parameters<Intrinsic>[0];

/** What the functions of some libraries do, by full name. A name that ends in `=` is no function, but a value to look up. */
export type LibraryRules = Readonly<Record<string, Intrinsic>>;

export const nothing: Value = scalar(null);

/** An argument by position or by name, whichever the code used. */
export function argument(
  { args: { positional, named } }: LibraryCall,
  index: number,
  ...names: readonly string[]
): Value | undefined {
  return (
    positional[index] ?? names.map((name) => named.get(name)).find((value) => value !== undefined)
  );
}

/** Passes arguments on by name; those that are not there stay out. */
export function byName(
  given: Readonly<Record<string, Value | undefined>> | ReadonlyMap<string, Value>,
): { readonly positional: readonly Value[]; readonly named: ReadonlyMap<string, Value> } {
  const entries = given instanceof Map ? [...given] : Object.entries(given);
  const named = entries.flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value as Value] as const],
  );
  return { positional: [], named: new Map(named) };
}

export function mapOf(
  entries: Iterable<readonly [string, Value]> = [],
  type?: string,
): Value & { kind: 'map' } {
  return { kind: 'map', entries: new Map(entries), trail: [], ...(type ? { type } : {}) };
}

/** The text of a variable that was found, with the evidence. */
export function foundVariable(name: string, { value, origin, trail = [] }: Variable): Value {
  return scalar(value, [...trail, { kind: 'read', name, isSet: true, origin }]);
}

/** What is taken where a variable is not set; `undefined` ends the program, as libraries do that need it. */
export function fallBack(call: LibraryCall, name: string, fallback: Value | undefined): Value {
  const step = {
    kind: 'read',
    name,
    isSet: false,
    origin: { ...call.origin, name },
  } as const;
  if (fallback) return withSteps(fallback, [step]);
  call.host.onRaised();
  return unknown(`${name} is not set, so the program stops here`, [step]);
}

/** A variable of the process with what is taken without it. */
export function readVariable(call: LibraryCall, name: string, fallback: Value | undefined): Value {
  const found = call.host.variable(name);
  return found ? foundVariable(name, found) : fallBack(call, name, fallback);
}

/** The absolute path that a text means in `folder`. */
export function pathIn(folder: string, value: Value | undefined): string | undefined {
  const text = value && textOf(value);
  if (text === undefined) return undefined;
  return isAbsolute(text) ? text : join(folder, text);
}

export function folderOf({ origin }: LibraryCall): string {
  return dirname(origin.file ?? '/');
}
