import { findUnescaped, isLineRest, quotesBackwards } from './quotedText';

/** One `NAME=value` as the Ruby and Node dotenv libraries find it, before quotes and blanks are taken off. */
export interface DotenvEntry {
  readonly name: string;
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

export interface DotenvShape {
  /** Global: the first character of a line that is not blank. */
  readonly content: RegExp;
  /** Sticky; its first group is the name, its match ends where the value begins. */
  readonly head: RegExp;
  readonly quotes: string;
  /** Sticky: a name that may stand alone on its line, in its first group. */
  readonly bareName?: RegExp;
}

/**
 * The libraries use one regular expression over the whole file, which takes quadratic time on hostile files.
 * This finds the same entries in one pass.
 */
export function* findDotenvEntries(text: string, shape: DotenvShape): Generator<DotenvEntry> {
  const content = new RegExp(shape.content);
  for (;;) {
    const start = content.exec(text)?.index;
    if (start === undefined) return;
    const entry = readHead(text, start, shape) ?? readBareName(text, start, shape.bareName);
    if (entry) yield entry;
    const newline = text.indexOf('\n', entry?.end ?? start);
    if (newline < 0) return;
    content.lastIndex = newline + 1;
  }
}

function readHead(text: string, start: number, shape: DotenvShape): DotenvEntry | undefined {
  shape.head.lastIndex = start;
  const head = shape.head.exec(text);
  if (!head) return undefined;
  const valueStart = start + head[0].length;
  return { name: head[1]!, start, valueStart, end: endOfValue(text, valueStart, shape.quotes) };
}

function readBareName(text: string, start: number, bareName?: RegExp): DotenvEntry | undefined {
  if (!bareName) return undefined;
  bareName.lastIndex = start;
  const match = bareName.exec(text);
  if (!match) return undefined;
  const end = start + match[0].length;
  return isLineRest(text, end) ? { name: match[1]!, start, valueStart: end, end } : undefined;
}

function endOfValue(text: string, from: number, quotes: string): number {
  const quoteAt = indexOfContent(text, from);
  const quote = text[quoteAt];
  if (quote !== undefined && quotes.includes(quote)) {
    const close = closingQuote(text, quote, quoteAt);
    if (close > 0) return close + 1;
  }
  const stop = /[#\r\n]/g;
  stop.lastIndex = from;
  return stop.exec(text)?.index ?? text.length;
}

/** A quote closes where nothing but a comment follows; an escaped one does so where no other can. */
function closingQuote(text: string, quote: string, open: number): number {
  const first = findUnescaped(text, quote, open + 1);
  if (first > 0 && isLineRest(text, first + 1)) return first;
  for (const at of quotesBackwards(text, quote, open, first < 0 ? text.length : first)) {
    if (isLineRest(text, at + 1)) return at;
  }
  return -1;
}

function indexOfContent(text: string, from: number): number {
  const blank = /\s*/y;
  blank.lastIndex = from;
  blank.exec(text);
  return blank.lastIndex;
}
