/** Offset of the first `quote` from `from` that no backslash precedes, or -1. */
export function findUnescaped(text: string, quote: string, from: number): number {
  let at = text.indexOf(quote, from);
  while (at > from && text[at - 1] === '\\') at = text.indexOf(quote, at + 1);
  return at;
}

/** Offset of the first `quote` from `from` that no unpaired backslash precedes, or -1. */
export function findUnpaired(text: string, quote: string, from: number): number {
  let slashes = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === quote && slashes % 2 === 0) return at;
    slashes = text[at] === '\\' ? slashes + 1 : 0;
  }
  return -1;
}

/** Whether the line ends after `from`, but for blanks and a comment. */
export function isLineRest(text: string, from: number): boolean {
  const blank = /\s*/y;
  blank.lastIndex = from;
  const blanks = blank.exec(text)![0];
  const next = text[from + blanks.length];
  return next === undefined || next === '#' || blanks.includes('\n');
}

/** Offsets of `quote` strictly between `from` and `to`, the last one first. */
export function* quotesBackwards(
  text: string,
  quote: string,
  from: number,
  to: number,
): Generator<number> {
  let at = to > from ? text.lastIndexOf(quote, to - 1) : -1;
  while (at > from) {
    yield at;
    at = text.lastIndexOf(quote, at - 1);
  }
}
