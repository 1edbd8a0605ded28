import type { SqlDialect } from './sqlDialect';

/**
 * Where a quoted text ends whose content begins at `from`; less than nothing where it does not. A doubled quote goes on
 * with it.
 */
export function closingQuote(
  text: string,
  from: number,
  quote: string,
  backslash: SqlDialect['backslash'],
): number {
  let end = text.indexOf(quote, from);
  while (end >= 0) {
    const isEscaped = backslash !== 'never' && isEscapedAt(text, end, from, backslash);
    const isDoubled = !isEscaped && text[end + 1] === quote;
    if (!isEscaped && !isDoubled) return end;
    end = text.indexOf(quote, end + (isDoubled ? 2 : 1));
  }
  return -1;
}

function isEscapedAt(
  text: string,
  at: number,
  from: number,
  backslash: SqlDialect['backslash'],
): boolean {
  let slashes = 0;
  while (at - slashes > from && text[at - slashes - 1] === '\\') slashes++;
  const isOdd = slashes % 2 === 1;
  // Where a backslash may be a plain character, a string ends before what may follow one.
  return backslash === 'guess' ? isOdd && /[^\s,);]/.test(text[at + 1] ?? ' ') : isOdd;
}

/** Where the comment ends that begins with `/*` at a position. */
export function endOfComment(text: string, from: number, isNesting: boolean): number {
  let at = from + 2;
  for (let depth = 1; depth > 0;) {
    const end = text.indexOf('*/', at);
    if (end < 0) return text.length;
    const inner = isNesting ? text.slice(at, end).split('/*').length - 1 : 0;
    depth += inner - 1;
    at = end + 2;
  }
  return at;
}
