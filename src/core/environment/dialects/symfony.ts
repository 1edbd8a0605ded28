import type { Dialect, Lookup, ParsedEnvFile } from '../dialect';
import { readSymfonyValue } from '../reading/symfonyValue';
import { Reading } from '../reading/reading';
import { TextCursor } from '../reading/textCursor';

const name = /(?:export[ \t]+)?_?[A-Za-z][A-Za-z0-9_]*=/y;
const spaceOrComment = /[\t-\r ]+|#[^\n]*/y;

export const symfony = {
  id: 'symfony',
  title: 'symfony/dotenv 5 to 7',
  parse(source: string, lookup: Lookup): ParsedEnvFile {
    const text = source.replace(/\r\n?/g, '\n');
    const reading = new Reading(text);
    if (source.startsWith('\uFEFF'))
      return reading.refuse(0, 'symfony/dotenv refuses a file with a byte order mark.');
    const cursor = new TextCursor(text);
    for (;;) {
      cursor.skip(spaceOrComment);
      if (cursor.isAtEnd) return reading.finish();
      const start = cursor.offset;
      const head = cursor.take(name);
      if (head === undefined)
        return reading.refuse(start, 'symfony/dotenv refuses a name that is not followed by =.');
      const failure = readSymfonyValue(cursor, {
        reading,
        lookup,
        name: head.slice(0, -1).replace(/^export[ \t]+/, ''),
        offset: start,
      });
      if (failure !== undefined) return reading.refuse(start, failure);
    }
  },
} as const satisfies Dialect;
