import type { Dialect, Lookup, ParsedEnvFile } from '../dialect';
import { trimBlanks } from '../reading/blanks';
import { expandPhpReferences } from '../reading/phpReferences';
import { readPhpValue } from '../reading/phpValue';
import { Reading } from '../reading/reading';

const blanks = ' \t\n\r\0\v';

export const phpdotenv = {
  id: 'phpdotenv',
  title: 'phpdotenv 5 (Laravel)',
  parse(source: string, lookup: Lookup): ParsedEnvFile {
    const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
    const reading = new Reading(text);
    for (const { entry, offset } of entriesOf(text)) {
      const equals = entry.indexOf('=');
      const name = nameOf(trim(equals < 0 ? entry : entry.slice(0, equals)));
      if (name === undefined)
        return reading.refuse(offset, 'phpdotenv refuses a name with such characters.');
      if (equals < 0) {
        reading.assign(name, null, offset);
        continue;
      }
      const read = readPhpValue(trim(entry.slice(equals + 1)));
      if (read.kind === 'refused') return reading.refuse(offset, read.message);
      const expanded = expandPhpReferences(read.text, read.dollars, (wanted) =>
        reading.shellFirst(wanted, lookup),
      );
      reading.assignExpanded(name, read.text, expanded, offset);
    }
    return reading.finish();
  },
} as const satisfies Dialect;

interface Entry {
  readonly entry: string;
  readonly offset: number;
}

/** One line each, or several where a double quote stays open. An entry that is never closed is left out. */
function* entriesOf(text: string): Generator<Entry> {
  let open: { lines: string[]; offset: number } | undefined;
  for (const { 0: line, index } of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    const written = line.replace(/\n$/, '');
    const starts = written.includes('="') && !closes(written, 1);
    if (starts || open) {
      open ??= { lines: [], offset: index };
      open.lines.push(written);
      if (!closes(written, starts ? 1 : 0)) continue;
      yield { entry: open.lines.join('\n'), offset: open.offset };
      open = undefined;
    } else if (trim(written) !== '' && !trim(written).startsWith('#'))
      yield { entry: written, offset: index };
  }
}

/** Whether there are more than `quotes` double quotes that no backslash precedes. */
function closes(line: string, quotes: number): boolean {
  if (line === '"') return true;
  return [...line.replaceAll('\\\\', '').matchAll(/(?<=[^\\])"/g)].length > quotes;
}

function nameOf(written: string): string | undefined {
  // The library wants more than one letter after `export`.
  const isExport = written.length > 8 && /^export\s/.test(written);
  const name = isExport ? written.slice(6).trimStart() : written;
  const quoted = /^(["'])(.+)\1$/s.exec(name)?.[2] ?? name;
  return /^[\p{L}\p{M}\p{N}_.]+$/u.test(quoted) ? quoted : undefined;
}

function trim(text: string): string {
  return trimBlanks(text, blanks);
}
