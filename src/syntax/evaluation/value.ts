import type { Origin } from '../../core/environment/setting';
import type { Step } from '../../core/environment/step';

/** `undefined` is JavaScript's own; Python's `None` is `null`. */
export type Scalar = string | number | boolean | null | undefined;

export interface CallArguments {
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  /** What the function is called on, where the language hands it over by itself (`this`). */
  readonly self?: Value;
}

/** What static evaluation knows of an expression. It never guesses: what it cannot follow is `unknown`, with the reason. */
export type Value = {
  /** How the value came about, the first step first. */
  readonly trail: readonly Step[];
} & (
  | { readonly kind: 'scalar'; readonly value: Scalar }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | {
      readonly kind: 'map';
      readonly entries: Map<string, Value>;
      /** What holds the entries that are not among these: something unknown, or the variables of the process. */
      readonly rest?: Value;
      /** Full name of the library's class that it is, where it is more than the language's own: `flask.Config`. */
      readonly type?: string;
    }
  /** A module, class or instance that code of the workspace defines. */
  | { readonly kind: 'object'; readonly object: WorkspaceObject }
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly call: (args: CallArguments, origin: Origin) => Value;
      /** Called where it is read, as if it were no function. */
      readonly isGetter?: true;
      /** What it is handed instead of the instance that it is called on. */
      readonly binds?: 'nothing' | 'class';
    }
  /** Something of a library, by its full name: `peewee.PostgresqlDatabase`, `os.environ`. */
  | { readonly kind: 'external'; readonly name: string }
  /** What a library's function or class gave. */
  | MadeValue
  /** One of these; which one cannot be known. */
  | { readonly kind: 'oneOf'; readonly options: readonly Value[] }
  | { readonly kind: 'unknown'; readonly reason: string }
);

export interface MadeValue {
  readonly kind: 'made';
  /** Full name of what was called. */
  readonly maker: string;
  readonly args: CallArguments;
  readonly origin: Origin;
  readonly attributes: Map<string, Value>;
  /** The class of the workspace that it is an instance of, where the library's is a base of that. */
  readonly type?: Value | undefined;
  /** The name that a framework keeps it under, among several connections. */
  readonly alias?: string | undefined;
}

export interface WorkspaceObject {
  readonly kind: 'module' | 'class' | 'instance';
  readonly name: string;
  readonly origin: Origin;
  readonly attributes: Map<string, Value>;
  /** Where an attribute is looked for next: the bases of a class, the class of an instance. */
  readonly parents: readonly Value[];
  /** What the methods found here are called on, where that is another object (`super()`). */
  readonly self?: Value;
}

const longestTrail = 24;

export const scalar = (value: Scalar, trail: readonly Step[] = []): Value => ({
  kind: 'scalar',
  value,
  trail: shortened(trail),
});

export const unknown = (reason: string, trail: readonly Step[] = []): Value => ({
  kind: 'unknown',
  reason,
  trail: shortened(trail),
});

export const external = (
  name: string,
  trail: readonly Step[] = [],
): Value & { readonly kind: 'external' } => ({
  kind: 'external',
  name,
  trail,
});

/** The same value with `steps` before its own; a step that is among both stays where its own are. */
export function withSteps<T extends Value>(value: T, steps: readonly Step[]): T {
  if (steps.length === 0) return value;
  return {
    ...value,
    trail: shortened([
      ...new Set(steps.filter((step) => !value.trail.includes(step))),
      ...value.trail,
    ]),
  };
}

function shortened(trail: readonly Step[]): readonly Step[] {
  return trail.length > longestTrail ? [...new Set(trail)].slice(-longestTrail) : trail;
}

/** Either value, where which one cannot be known. */
export function oneOf(values: readonly Value[]): Value {
  const [first] = values;
  if (first && values.every((value) => value === first)) return first;
  const options = [
    ...new Set(values.flatMap((value) => (value.kind === 'oneOf' ? value.options : [value]))),
  ];
  const [only] = options;
  if (!only) return unknown('nothing gives a value');
  return options.length === 1 ? only : { kind: 'oneOf', options: options.slice(0, 8), trail: [] };
}

/** Names of the environment variables that the value depends on. */
export function variablesOf({ trail }: Value): string[] {
  return [
    ...new Set(
      trail.flatMap((step) =>
        step.kind === 'read' ? [step.name] : step.kind === 'chosen' ? step.by : [],
      ),
    ),
  ];
}

/** True, false, or `undefined` where it cannot be known; by Python's and JavaScript's common ground. */
export function truthOf(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'scalar':
      return Boolean(value.value);
    case 'list':
      return value.items.length > 0;
    case 'map':
      return value.entries.size > 0;
    case 'object':
    case 'function':
      return true;
    case 'external':
    case 'made':
    case 'oneOf':
    case 'unknown':
      return undefined;
  }
}

export function textOf(value: Value): string | undefined {
  return value.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}
