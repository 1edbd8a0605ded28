import type { Dialect, Lookup, ParsedEnvFile } from '../dialect';
import { expandPythonReferences } from '../reading/pythonReferences';
import { findUnescaped } from '../reading/quotedText';
import { Reading } from '../reading/reading';
import { TextCursor } from '../reading/textCursor';

/** Python's `\\s`, which a byte order mark is not; then the same without line ends. */
const spaces = /[\t-\r\x1C-\x20\x85\xA0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]*/y;
const blanks = /[\t\v\f\x1C-\x20\x85\xA0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]*/y;
const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** What stands on one line; `undefined` for a line that python-dotenv leaves out with a warning. */
type Binding = { readonly name: string | null; readonly value: string | null } | undefined;

export const pythonDotenv = {
  id: 'python-dotenv',
  title: 'python-dotenv 1.2',
  parse(text: string, lookup: Lookup): ParsedEnvFile {
    const reading = new Reading(text);
    const cursor = new TextCursor(text, text.startsWith('\uFEFF') ? 1 : 0);
    for (;;) {
      cursor.take(spaces);
      if (cursor.isAtEnd) return reading.finish();
      const start = cursor.offset;
      const binding = readBinding(cursor);
      if (!binding) {
        cursor.take(/[^\r\n]*(?:\r\n?|\n)?/y);
        reading.note(start, 'python-dotenv leaves this line out.');
      } else if (binding.name !== null) assign(reading, lookup, binding.name, binding.value, start);
    }
  },
} as const satisfies Dialect;

function assign(
  reading: Reading,
  lookup: Lookup,
  name: string,
  value: string | null,
  offset: number,
): void {
  if (value === null) return reading.assign(name, null, offset);
  const expanded = expandPythonReferences(value, (wanted) => {
    const inFile = reading.values.has(wanted) ? (reading.values.get(wanted) ?? '') : undefined;
    if (lookup.override && inFile === '') return inFile;
    const found = lookup.override
      ? reading.fileFirst(wanted, lookup)
      : reading.shellFirst(wanted, lookup);
    return found ?? inFile;
  });
  reading.assignExpanded(name, value, expanded, offset);
}

function readBinding(cursor: TextCursor): Binding {
  const start = cursor.offset;
  cursor.take(/export/y);
  if (!cursor.take(blanks)) cursor.offset = start;
  const name = cursor.peek === '#' ? null : readName(cursor);
  if (name === undefined) return undefined;
  cursor.take(blanks);
  const value = cursor.take(/=/y) === undefined ? null : readValue(cursor);
  if (value === undefined) return undefined;
  cursor.take(blanks);
  cursor.take(/#[^\r\n]*/y);
  const isWhole = cursor.take(/\r\n|\n|\r|$/y) !== undefined;
  return isWhole ? { name, value } : undefined;
}

function readName(cursor: TextCursor): string | undefined {
  if (cursor.peek !== "'") return cursor.take(/(?:[^=#\s]|\uFEFF)+/y);
  return cursor.take(/'[^']+'/y)?.slice(1, -1);
}

function readValue(cursor: TextCursor): string | undefined {
  cursor.take(blanks);
  const quote = cursor.peek;
  if (quote !== "'" && quote !== '"') {
    const line = cursor.take(/[^\r\n]*/y) ?? '';
    const comment = line.search(/\s#/);
    return (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  }
  const open = cursor.offset;
  const unescaped = findUnescaped(cursor.text, quote, open + 1);
  const close = unescaped < 0 ? cursor.text.lastIndexOf(quote) : unescaped;
  if (close <= open) return undefined;
  cursor.offset = close + 1;
  const escaped = quote === "'" ? /\\([\\'])/g : /\\([\\'"abfnrtv])/g;
  return cursor.text
    .slice(open + 1, close)
    .replace(escaped, (_, character: string) => escapes[character] ?? character);
}
