/** The first offset from `from` on that holds none of `blanks`. */
export function skipBlanks(text: string, from: number, blanks: string): number {
  let at = from;
  while (at < text.length && blanks.includes(text[at]!)) at++;
  return at;
}

export function trimBlanksEnd(text: string, blanks: string): string {
  let end = text.length;
  while (end > 0 && blanks.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}

export function trimBlanks(text: string, blanks: string): string {
  return trimBlanksEnd(text.slice(skipBlanks(text, 0, blanks)), blanks);
}
