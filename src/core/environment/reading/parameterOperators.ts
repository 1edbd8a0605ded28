export type Evaluated =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'word' }
  | { readonly kind: 'missing' };

/** What `${NAME<operator>word}` stands for, as POSIX shells and compose have it: the value, or the word instead. */
export function evaluateOperator(operator: string, value: string | undefined): Evaluated {
  const isSet = operator.startsWith(':') ? Boolean(value) : value !== undefined;
  const kept: Evaluated = { kind: 'value', value: value ?? '' };
  switch (operator.at(-1)) {
    case '-':
    case '=':
      return isSet ? kept : { kind: 'word' };
    case '+':
      return isSet ? { kind: 'word' } : { kind: 'value', value: '' };
    case '?':
      return isSet ? kept : { kind: 'missing' };
    default:
      return kept;
  }
}
