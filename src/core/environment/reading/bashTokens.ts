export interface BashWordToken {
  readonly kind: 'word';
  readonly start: number;
  readonly end: number;
  /** For each opening quote, brace or parenthesis in the word the offset after its end. */
  readonly closings: ReadonlyMap<number, number>;
}

export type BashToken =
  | BashWordToken
  | { readonly kind: 'operator'; readonly text: string; readonly start: number }
  /** A quote, brace or parenthesis that is never closed: bash reads nothing from here on. */
  | { readonly kind: 'unclosed'; readonly start: number };

/** What is open around an offset, and by what it ends. */
interface Context {
  readonly open: number;
  readonly ends: '"' | '}' | ')' | '`';
  /** Inside double quotes a single quote is a letter like any other. */
  readonly isQuoted: boolean;
}

const blankOrComment = /(?:[ \t]|\\\n)+|#[^\n]*/y;
const operator = /\n|;;|&&|\|\||[;&|()]|[<>]+&?/y;
const plain = /[^\\'"`$(){}\s;&|<>]+/y;

/** Cuts a shell script into words and operators, in linear time. */
export function* lexBash(text: string): Generator<BashToken> {
  let at = 0;
  while (at < text.length) {
    const blank = match(blankOrComment, text, at);
    const found = blank === '' ? match(operator, text, at) : '';
    if (found !== '') yield { kind: 'operator', text: found, start: at };
    at += blank.length + found.length;
    if (blank !== '' || found !== '') continue;
    const word = scanWord(text, at);
    if (!word) return yield { kind: 'unclosed', start: at };
    yield word;
    at = word.end;
  }
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function scanWord(text: string, start: number): BashWordToken | undefined {
  const closings = new Map<number, number>();
  const contexts: Context[] = [];
  let at = start;
  while (at < text.length) {
    const context = contexts.at(-1);
    if (!context && at > start && /[ \t\n;&|<>()]/.test(text[at]!) && !opensArray(text, at, start))
      return { kind: 'word', start, end: at, closings };
    if (context && text[at] === context.ends) {
      closings.set(context.open, ++at);
      contexts.pop();
      continue;
    }
    const next = step(text, at, context, closings);
    if (next.opens) contexts.push(next.opens);
    at = next.at;
  }
  return contexts.length > 0 || at > text.length
    ? undefined
    : { kind: 'word', start, end: at, closings };
}

function opensArray(text: string, at: number, start: number): boolean {
  return text[at] === '(' && text[at - 1] === '=' && at > start;
}

function step(
  text: string,
  at: number,
  context: Context | undefined,
  closings: Map<number, number>,
): { at: number; opens?: Context } {
  const isQuoted = context !== undefined && (context.ends === '"' || context.isQuoted);
  const two = text.slice(at, at + 2);
  if (text[at] === '\\') return { at: Math.min(at + 2, text.length) };
  if (two === '${') return { at: at + 2, opens: { open: at, ends: '}', isQuoted } };
  if (two === '$(') return { at: at + 2, opens: { open: at, ends: ')', isQuoted: false } };
  if (text[at] === '"') return { at: at + 1, opens: { open: at, ends: '"', isQuoted: true } };
  if (text[at] === '`') return { at: at + 1, opens: { open: at, ends: '`', isQuoted: false } };
  if (text[at] === '(' && context?.ends !== '"' && context?.ends !== '}')
    return { at: at + 1, opens: { open: at, ends: ')', isQuoted: false } };
  if (!isQuoted && (text[at] === "'" || two === "$'"))
    return { at: skipQuoted(text, at, closings) };
  return { at: at + Math.max(1, match(plain, text, at).length) };
}

/** Past `'…'` or `$'…'`; past the end of the text where it is never closed. */
function skipQuoted(text: string, at: number, closings: Map<number, number>): number {
  const close =
    text[at] === "'"
      ? text.indexOf("'", at + 1) + 1
      : at + match(/\$'(?:[^'\\]|\\[^])*'/y, text, at).length;
  const end = close > at + 1 ? close : text.length + 1;
  closings.set(at, end);
  return end;
}
