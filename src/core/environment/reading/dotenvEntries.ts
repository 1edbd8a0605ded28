import { findUnescaped, isLineRest, quotesBackwards } from './quotedText';

/** One `NAME=value` as the Ruby and Node dotenv libraries find it, before quotes and blanks are taken off. */
export interface DotenvEntry {
  readonly name: string;
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

export interface DotenvShape {
  /** Sticky; its first group is the name, its match ends where the value begins. */
  readonly head: RegExp;
  readonly quotes: string;
}

/**
 * The libraries use one regular expression over the whole file, which takes quadratic time on hostile files.
 * This finds the same entries in one pass.
 */
export function* findDotenvEntries(text: string, shape: DotenvShape): Generator<DotenvEntry> {
  const content = /[^\s]/g;
  for (;;) {
    const start = content.exec(text)?.index;
    if (start === undefined) return;
    shape.head.lastIndex = start;
    const head = shape.head.exec(text);
    const valueStart = shape.head.lastIndex;
    const end = head ? endOfValue(text, valueStart, shape.quotes) : start;
    if (head) yield { name: head[1]!, start, valueStart, end };
    const newline = text.indexOf('\n', end);
    if (newline < 0) return;
    content.lastIndex = newline + 1;
  }
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
