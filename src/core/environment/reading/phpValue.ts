export type PhpValue =
  | {
      readonly kind: 'value';
      readonly text: string;
      /** Offsets of the `$` that may begin a reference. */
      readonly dollars: readonly number[];
    }
  | { readonly kind: 'refused'; readonly message: string };

const escapes: Readonly<Record<string, string>> = {
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '"': '"',
  '\\': '\\',
  $: '$',
};

/** Reads a trimmed value of phpdotenv: one quoted or unquoted text, and then nothing but a comment. */
export function readPhpValue(source: string): PhpValue {
  const quote = source[0];
  if (quote === "'") {
    const close = source.indexOf("'", 1);
    return close < 0 ? unclosed : withRest(source, close + 1, source.slice(1, close), []);
  }
  if (quote === '"') return readDoubleQuoted(source);
  const end = /[\s#]|$/.exec(source)!.index;
  const text = source.slice(0, end);
  return withRest(
    source,
    end,
    text,
    [...text.matchAll(/\$/g)].map(({ index }) => index),
  );
}

const unclosed: PhpValue = { kind: 'refused', message: 'A quote in this file is never closed.' };

function readDoubleQuoted(source: string): PhpValue {
  const parts: string[] = [];
  const dollars: number[] = [];
  let length = 0;
  const piece = /[^"\\$]+|\\[^]?|\$|"/y;
  piece.lastIndex = 1;
  for (let match = piece.exec(source); match; match = piece.exec(source)) {
    const found = match[0];
    if (found === '"') return withRest(source, piece.lastIndex, parts.join(''), dollars);
    const text = found.startsWith('\\') ? escapes[found.slice(1)] : found;
    if (text === undefined)
      return { kind: 'refused', message: 'phpdotenv refuses an escape sequence in this file.' };
    if (found === '$') dollars.push(length);
    parts.push(text);
    length += text.length;
  }
  return unclosed;
}

function withRest(source: string, end: number, text: string, dollars: readonly number[]): PhpValue {
  return /^\s*(?:#|$)/.test(source.slice(end))
    ? { kind: 'value', text, dollars }
    : { kind: 'refused', message: 'phpdotenv refuses a value with blanks that is not quoted.' };
}
