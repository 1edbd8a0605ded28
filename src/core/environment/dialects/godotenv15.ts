import type { Dialect, Lookup } from '../dialect';
import { readGodotenv } from '../reading/godotenv';
import { findUnescaped } from '../reading/quotedText';

export const godotenv15 = {
  id: 'godotenv-15',
  title: 'godotenv up to 1.5 (Go)',
  parse: (text: string, lookup: Lookup) =>
    readGodotenv(text, lookup, {
      seesShell: false,
      beforeComment: /^[^]*[\t\v\f\r \x85\xA0](?=#)/,
      name: /[\p{L}\p{M}\p{N}_.\t\v\f\r \x85\xA0]*/uy,
      documentMark: '---\n',
      findClosingQuote: findUnescaped,
    }),
} as const satisfies Dialect;
