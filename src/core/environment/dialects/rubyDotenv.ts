import type { Dialect, Lookup, ParsedEnvFile } from '../dialect';
import { findDotenvEntries } from '../reading/dotenvEntries';
import { Reading, unknownCommand } from '../reading/reading';

const shape = {
  content: /[^\t-\r ]/g,
  head: /(?:export\s+)?([\w.]+)(?:\s*=|:\s)/y,
  quotes: '\'"',
  bareName: /(?:export\s+)?([\w.]+)/y,
};
const reference = /(\\)?\$(?!\()\{?(\w+)?\}?/g;
const command = /(\\)?\$\(/g;

export const rubyDotenv = {
  id: 'ruby-dotenv',
  title: 'dotenv 3 (Ruby, Rails)',
  parse(source: string, lookup: Lookup): ParsedEnvFile {
    const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
    const reading = new Reading(text);
    for (const { name, start, valueStart, end } of findDotenvEntries(text, shape)) {
      const isExport = text.startsWith('export', start) && name !== 'export';
      if (!isExport || end > valueStart)
        assign(reading, lookup, name, text.slice(valueStart, end), start);
      else if (!reading.values.has(name) && lookup.get(name) === undefined)
        return reading.refuse(start, 'This file exports a variable that it does not set.');
    }
    return reading.finish();
  },
} as const satisfies Dialect;

function assign(
  reading: Reading,
  lookup: Lookup,
  name: string,
  source: string,
  offset: number,
): void {
  const trimmed = source.trim();
  const quote = /^(["'])[^]*\1$/.exec(trimmed)?.[1];
  const written = quote && trimmed.length > 1 ? trimmed.slice(1, -1) : trimmed;
  if (quote === "'" && trimmed.length > 1) return reading.assign(name, written, offset);
  const unescaped = unescape(written, quote === '"', isLegacy(reading, lookup));
  const expanded = unescaped.replace(reference, (all, escape, wanted?: string) => {
    if (escape) return all.slice(1);
    if (wanted === undefined) return all;
    return (
      (lookup.override ? reading.fileFirst(wanted, lookup) : reading.shellFirst(wanted, lookup)) ??
      ''
    );
  });
  if (/(?<!\\)\$\(/.test(expanded)) reading.note(offset, unknownCommand);
  const value = expanded.replace(command, '$$(');
  reading.assignExpanded(name, written, value, offset);
}

function isLegacy(reading: Reading, lookup: Lookup): boolean {
  return reading.fileFirst('DOTENV_LINEBREAK_MODE', lookup) === 'legacy';
}

/** Only the legacy mode makes line ends of `\n`; otherwise it outlives the unescaping as it is. */
function unescape(value: string, isQuoted: boolean, legacy: boolean): string {
  if (!isQuoted) return value.replace(/\\([^$])/g, '$1');
  const marked = legacy
    ? value.replaceAll('\\n', '\n').replaceAll('\\r', '\r')
    : value.replaceAll('\\n', '\\\\n').replaceAll('\\r', '\\\\r');
  return marked.replace(/\\([^$])/g, '$1');
}
