import {
  instance,
  type Chain,
  type ClassSymbol,
  type Expression,
  type FunctionSymbol,
  type Step,
} from '../statements/expression';
import type { Loop } from '../statements/foundCall';
import { isNothing, type Names } from './names';

/** Where in the code the walk is. */
export interface Place {
  readonly names: Names;
  readonly depth: number;
  readonly loop?: Loop;
  /** What a function here is handed as its first parameter. */
  readonly handed?: { readonly steps: readonly Step[]; readonly isEach: boolean };
  /** The node is the beginning of a longer chain, which was looked at as a whole. */
  readonly isBegun?: boolean;
  readonly owner?: OpenFunction;
  /** The function that `return` ends here; left out in one without a name, whose results nobody asks for. */
  readonly returning?: OpenFunction;
  /** The class whose body this is directly, or that `this` is an instance of. */
  readonly type?: OpenClass;
  readonly isClassBody?: boolean;
}

export type OpenClass = ClassSymbol & { readonly members: Map<string, Expression> };
export type OpenFunction = FunctionSymbol & {
  readonly returns: Expression[];
  isPassingOn: boolean;
};

export function conditional(place: Place): Place {
  return place.loop ? { ...place, loop: { ...place.loop, isConditional: true } } : place;
}

/** A name of a class, or of the function or file that it is written in. */
export function hold(
  name: string,
  value: Expression | undefined,
  { type, isClassBody, names }: Place,
): void {
  if (isClassBody && type) holdIn(type.members, name, value);
  else names.set(name, value);
}

export function holdIn(
  members: Map<string, Expression>,
  name: string,
  value: Expression | undefined,
): void {
  if (value && (!members.has(name) || isNothing(members.get(name)!))) members.set(name, value);
}

export function functionValue(symbol: FunctionSymbol): Expression {
  return { kind: 'chain', steps: [{ name: symbol.name, line: symbol.line, stands: symbol }] };
}

export function classValue(symbol: ClassSymbol, isInstance: boolean): Chain {
  const { name, line } = symbol;
  const type = { name, line, stands: symbol };
  return { kind: 'chain', steps: isInstance ? [type, { name: instance, line }] : [type] };
}

/** What an instance of a class has from the classes it descends from. */
export function inheritedValue({ steps }: Chain): Expression {
  const [type, ...rest] = steps;
  const own = rest.at(-1) ?? { name: instance, line: type!.line };
  return { kind: 'chain', steps: [type!, { ...own, isInherited: true }] };
}
