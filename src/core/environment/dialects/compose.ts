import type { Dialect, Lookup, ParsedEnvFile } from '../dialect';
import { expandComposeTemplate } from '../reading/composeTemplate';
import { readGoStatements, type GoValue } from '../reading/goStatements';

const escapeSequence = /\\(?:[abcfnrtv$"\\]|0\d{0,3})/g;
const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '"': '"',
  '\\': '\\',
  $: '$$',
};

export const compose = {
  id: 'compose',
  title: 'Docker Compose 2 (compose-go)',
  parse(source: string, lookup: Lookup): ParsedEnvFile {
    return readGoStatements(source.replace(/^\uFEFF/, ''), (reading) => ({
      exportPrefix: /export(?=[\t\n\f\r ])[\t\v\f\r \x85\xA0]*/y,
      name: /[\p{L}\p{N}_.\-[\]\t\v\f\r \x85\xA0]*/uy,
      isName: (name) => !name.includes(' '),
      inherits: true,
      readQuoted,
      line: /[^\n]*/y,
      withoutComment: (line) => line.split(' #', 1)[0]!.trimEnd(),
      assign(name, value, offset) {
        if (value === null) {
          const inherited = lookup.get(name);
          if (inherited !== undefined) reading.assign(name, inherited, offset);
          return undefined;
        }
        const resolve = (wanted: string): string | undefined => reading.shellFirst(wanted, lookup);
        const expanded = expand(value, resolve);
        if (expanded.kind === 'refused') return expanded.message;
        reading.assignExpanded(name, value.text, expanded.text, offset);
        return undefined;
      },
    }));
  },
} as const satisfies Dialect;

function expand(
  { text, quote }: GoValue,
  resolve: (name: string) => string | undefined,
): ReturnType<typeof expandComposeTemplate> {
  if (quote === "'") return { kind: 'text', text };
  return expandComposeTemplate(quote === '"' ? unescape(text) : text, resolve);
}

/** A backslash protects the quote, and is kept before anything else. */
function readQuoted(text: string, open: number): { text: string; end: number } | undefined {
  const quote = text[open]!;
  const part = quote === "'" ? /[^\\']+|\\[^]?/y : /[^\\"]+|\\[^]?/y;
  const inside: string[] = [];
  let at = open + 1;
  while (at < text.length && text[at] !== quote) {
    part.lastIndex = at;
    const found = part.exec(text)![0];
    at += found.length;
    inside.push(found === `\\${quote}` ? quote : found);
  }
  return at < text.length ? { text: inside.join(''), end: at + 1 } : undefined;
}

function unescape(value: string): string {
  return value.replace(escapeSequence, (sequence) => {
    const known = escapes[sequence[1]!];
    if (known !== undefined) return known;
    if (sequence[1] !== '0') return sequence;
    const octal = sequence.slice(2);
    const code = parseInt(octal, 8);
    return /^[0-7]{3}$/.test(octal) && code < 256 ? String.fromCharCode(code) : `\\${octal}`;
  });
}
