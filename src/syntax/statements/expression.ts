/** What a piece of code says, as far as rules ask: names, calls and literals. Nothing of it is evaluated. */
export type Expression =
  | Chain
  | { readonly kind: 'text'; readonly text: string; readonly at?: TextPlace }
  /** A number, `true`, `null`. */
  | { readonly kind: 'literal'; readonly text: string }
  /** `undefined`, which as a filter is none. */
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'object';
      readonly entries: readonly (readonly [key: string, value: Expression])[];
      /** It has more entries than can be read. */
      readonly isOpen: boolean;
    }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  /** `User.id == 3` */
  | {
      readonly kind: 'comparison';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'other' };

/** Where a text begins to say something, 1-based. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** `User.objects.filter(id=1).delete()`: names and calls one behind the other. */
export interface Chain {
  readonly kind: 'chain';
  readonly steps: readonly Step[];
}

export interface Step {
  /** Empty for what has no name: a literal, the result of an operator. */
  readonly name: string;
  /** Left out where it is not called. */
  readonly args?: readonly Argument[];
  /** Nothing where there is nothing to take it of: `user?.id`. */
  readonly isOptional?: true;
  /** 1-based. */
  readonly line: number;
  /** Of the name, 1-based; left out of steps that have no place of their own. */
  readonly column?: number;
  /** Where the call ends. */
  readonly end?: { readonly line: number; readonly column: number };
  /** What it has is what its class inherits: `super()`. */
  readonly isInherited?: true;
  /** What the name is known to stand for. */
  readonly stands?: Standing;
}

export type Standing =
  /** A module by the name that it is imported by. */
  | { readonly kind: 'module' }
  /** A parameter or a variable of which nothing more is known. */
  | { readonly kind: 'local' }
  | ClassSymbol
  | FunctionSymbol;

/** A class that is written in a file. What its expressions name is looked for there. */
export interface ClassSymbol {
  readonly kind: 'class';
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly bases: readonly Expression[];
  /** Of the class and of its instances alike. */
  readonly members: ReadonlyMap<string, Expression>;
}

export interface FunctionSymbol {
  readonly kind: 'function';
  /** `Families.clear` for a method. */
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly parameters: readonly string[];
  /** What it returns or yields, as written; what its annotation says comes last. */
  readonly returns: readonly Expression[];
  /** It is called by its name alone. */
  readonly isProperty: boolean;
  /** It also does what the method does that it stands in for: `super().delete()`. */
  readonly isPassingOn: boolean;
}

export interface Argument {
  /** Of a keyword argument. */
  readonly name?: string;
  readonly value: Expression;
}

/** The step from many things to each one of them. */
export const each = '[each]';
/** The step to one thing by its number, and to those between two. */
export const numbered = '[0]';
export const sliced = '[:]';
/** The step from a class to one that is made of it, and to a list of such. */
export const instance = '[instance]';
export const listed = '[listed]';

/** Any expression as the beginning of a chain. */
export function stepsOf(value: Expression, line: number): readonly Step[] {
  return value.kind === 'chain' ? value.steps : [{ name: '', args: [{ value }], line }];
}

/** How a step is called in words: `users` for `users`, `collection('users')` and `table('users')`. */
export function subjectOf({ name, args }: Step): string {
  const first = args?.[0]?.value;
  if (first?.kind === 'text') return first.text;
  if (first?.kind !== 'chain') return name;
  if (first.steps.length === 1) return first.steps[0]!.name;
  // `scalars(select(User).where(…))`
  const given = first.steps.find((step) => step.args && step.args.length > 0);
  return given ? subjectOf(given) : name;
}
