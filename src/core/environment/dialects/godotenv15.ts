import type { Dialect, Lookup } from '../dialect';
import { readGodotenv } from '../reading/godotenv';

export const godotenv15 = {
  id: 'godotenv-15',
  title: 'godotenv up to 1.5 (Go)',
  parse: (text: string, lookup: Lookup) =>
    readGodotenv(text, lookup, {
      seesShell: false,
      beforeComment: /^[^]*[\t\v\f\r \x85\xA0](?=#)/,
    }),
} as const satisfies Dialect;
