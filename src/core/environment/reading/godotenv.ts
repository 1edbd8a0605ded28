import type { Lookup, ParsedEnvFile } from '../dialect';
import { trimBlanks } from './blanks';
import { readGoStatements } from './goStatements';
import type { Reading } from './reading';

const blanks = '\t\v\f\r \x85\xA0';
const reference = /(\\)?\$\(?\{?([A-Z0-9_]+)?\}?/g;

export interface GodotenvRules {
  /** Whether a reference sees the variables outside the file. */
  readonly seesShell: boolean;
  /** Matches what stands before the comment of an unquoted value. */
  readonly beforeComment: RegExp;
  /** Sticky: a name, blanks included. */
  readonly name: RegExp;
  /** A YAML document mark that counts as an empty line, wherever it stands. */
  readonly documentMark?: string;
  readonly findClosingQuote: (text: string, quote: string, from: number) => number;
}

export function readGodotenv(source: string, lookup: Lookup, rules: GodotenvRules): ParsedEnvFile {
  const { documentMark, findClosingQuote } = rules;
  const text = (documentMark ? source.replaceAll(documentMark, '\n') : source).replaceAll(
    '\r\n',
    '\n',
  );
  const visible = rules.seesShell ? lookup : { ...lookup, get: () => undefined };
  return readGoStatements(text, (reading) => ({
    exportPrefix: /export(?=[\t\v\f\r \x85\xA0])[\t\v\f\r \x85\xA0]*/y,
    name: rules.name,
    isName,
    inherits: false,
    readQuoted: (quoted, open) =>
      readQuoted(quoted, open, findClosingQuote(quoted, quoted[open]!, open + 1)),
    line: /[^\r\n]*/y,
    withoutComment: (line) => trimBlanks(rules.beforeComment.exec(line)?.[0] ?? line, blanks),
    assign(name, value, offset) {
      const written = value?.text ?? '';
      const expanded =
        value?.quote === "'" ? written : expand(unescape(written, value?.quote), reading, visible);
      reading.assignExpanded(name, written, expanded, offset);
      return undefined;
    },
  }));
}

/** godotenv looks at the bytes of a name, each of which must be a letter or a digit in Latin-1. */
function isName(name: string): boolean {
  return [...new TextEncoder().encode(name)].every(
    (byte) => byte < 0x80 || /[\p{L}\p{N}\x85\xA0]/u.test(String.fromCharCode(byte)),
  );
}

/** Quotes right inside the outermost go as well. */
function readQuoted(
  text: string,
  open: number,
  close: number,
): { text: string; end: number } | undefined {
  if (close < 0) return undefined;
  const quote = text[open]!;
  const inside = trimBlanks(text.slice(open, close), quote);
  return { text: inside, end: close + 1 };
}

function unescape(value: string, quote: string | undefined): string {
  if (quote !== '"') return value;
  return value
    .replace(/\\(.)/g, (all, character) =>
      character === 'n' ? '\n' : character === 'r' ? '\r' : all,
    )
    .replace(/\\([^$])/g, '$1');
}

function expand(value: string, reading: Reading, lookup: Lookup): string {
  return value.replace(reference, (all: string, escape?: string, name?: string) => {
    if (escape) return all.slice(1);
    return name === undefined ? all : (reading.fileFirst(name, lookup) ?? '');
  });
}
