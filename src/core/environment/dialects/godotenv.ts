import type { Dialect, Lookup } from '../dialect';
import { readGodotenv } from '../reading/godotenv';
import { findUnpaired } from '../reading/quotedText';

export const godotenv = {
  id: 'godotenv',
  title: 'godotenv 1.6 (Go)',
  parse: (text: string, lookup: Lookup) =>
    readGodotenv(text, lookup, {
      seesShell: true,
      beforeComment: /^[^]*?[\t\v\f\r \x85\xA0](?=#)/,
      name: /[\p{L}\p{M}\p{N}_.\-\t\v\f\r \x85\xA0]*/uy,
      findClosingQuote: findUnpaired,
    }),
} as const satisfies Dialect;
