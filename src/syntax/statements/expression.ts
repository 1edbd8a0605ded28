/** What a piece of code says, as far as rules ask: names, calls and literals. Nothing of it is evaluated. */
export type Expression =
  | Chain
  | { readonly kind: 'text'; readonly text: string }
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
  | { readonly kind: 'other' };

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
  /** 1-based. */
  readonly line: number;
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

/** Any expression as the beginning of a chain. */
export function stepsOf(value: Expression, line: number): readonly Step[] {
  return value.kind === 'chain' ? value.steps : [{ name: '', args: [{ value }], line }];
}

/** How a step is called in words: `users` for `users`, `collection('users')` and `table('users')`. */
export function subjectOf({ name, args }: Step): string {
  const first = args?.[0]?.value;
  if (first?.kind === 'text') return first.text;
  const single = first?.kind === 'chain' && first.steps.length === 1 ? first.steps[0] : undefined;
  return single?.name ?? name;
}
