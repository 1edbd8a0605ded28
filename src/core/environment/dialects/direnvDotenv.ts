import type { Dialect, Lookup, ParsedEnvFile } from '../dialect';
import { expandGoReferences } from '../reading/goReferences';
import { isLineRest, quotesBackwards } from '../reading/quotedText';
import { Reading } from '../reading/reading';

/** Go's `\\s`, which a byte order mark is not. */
const head = /^[\t\f ]*(?:export[\t\f ]+)?([\w.]+)(?:[\t\f ]*=[\t\f ]*|:[\t\f ]+)/;

export const direnvDotenv = {
  id: 'direnv-dotenv',
  title: 'direnv 2.32 (dotenv)',
  parse(text: string, lookup: Lookup): ParsedEnvFile {
    const reading = new Reading(text);
    for (const match of text.matchAll(/[^\r\n]+/g)) {
      const line = match[0];
      if (/^[\t\f ]*(?:#|$)/.test(line)) continue;
      const name = head.exec(line);
      const value = name && readValue(line.slice(name[0].length));
      if (!name || value === undefined)
        return reading.refuse(match.index, 'direnv refuses a file with a line like this.');
      assign(reading, lookup, name[1]!, value!, match.index);
    }
    return reading.finish();
  },
} as const satisfies Dialect;

/** A quoted value goes on to the last quote that only a comment follows: a backslash protects nothing. */
function readValue(rest: string): string | undefined {
  const quote = rest[0];
  if (quote === "'" || quote === '"') {
    for (const close of quotesBackwards(rest, quote, 0, rest.length)) {
      if (isLineRest(rest, close + 1)) return rest.slice(0, close + 1);
    }
  }
  const bare = /^[^\t\f #]*/.exec(rest)![0];
  return isLineRest(rest, bare.length) ? bare : undefined;
}

function assign(
  reading: Reading,
  lookup: Lookup,
  name: string,
  source: string,
  offset: number,
): void {
  const quote = source.length > 1 && source.endsWith(source[0]!) ? source[0] : undefined;
  if (quote === "'") return reading.assign(name, source.slice(1, -1), offset);
  const written =
    quote === '"'
      ? source
          .slice(1, -1)
          .replaceAll('\\n', '\n')
          .replaceAll('\\r', '\r')
          .replace(/\\([^$])/g, '$1')
      : source;
  const expanded =
    source.length < 2
      ? written
      : expandGoReferences(written, (reference) => resolve(reference, reading, lookup));
  reading.assignExpanded(name, written, expanded, offset);
}

function resolve(reference: string, reading: Reading, lookup: Lookup): string {
  const separator = reference.indexOf(':-');
  const name = separator < 0 ? reference : reference.slice(0, separator);
  if (reading.values.has(name)) return reading.fileFirst(name, lookup) ?? '';
  const fallback = separator < 0 ? '' : reference.slice(separator + 2);
  return reading.shellFirst(name, lookup) || fallback;
}
