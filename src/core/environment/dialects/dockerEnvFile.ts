import type { Dialect, Lookup, ParsedEnvFile } from '../dialect';
import { Reading } from '../reading/reading';

/** Docker's scanner gives up on a longer line. */
const maxLineLength = 64 * 1024;

export const dockerEnvFile = {
  id: 'docker-env-file',
  title: 'docker run --env-file (Docker 29)',
  parse(source: string, lookup: Lookup): ParsedEnvFile {
    const text = source.replace(/^\uFEFF/, '');
    const reading = new Reading(text);
    for (const match of text.matchAll(/[^\n]+/g)) {
      if (match[0].length >= maxLineLength)
        return reading.refuse(match.index, 'docker refuses a line that is this long.');
      const line = match[0].replace(/\r$/, '').trimStart();
      if (line === '' || line.startsWith('#')) continue;
      const equals = line.indexOf('=');
      const name = equals < 0 ? line : line.slice(0, equals);
      if (name === '' || /[ \t]/.test(name))
        return reading.refuse(match.index, 'docker refuses a name that is empty or holds a blank.');
      const value = equals < 0 ? lookup.get(name) : line.slice(equals + 1);
      if (value !== undefined) reading.assign(name, withoutQuotes(value), match.index);
    }
    return reading.finish();
  },
} as const satisfies Dialect;

function withoutQuotes(value: string): string {
  const first = value[0];
  const isQuoted = value.length > 1 && (first === "'" || first === '"') && value.endsWith(first);
  return isQuoted ? value.slice(1, -1) : value;
}
