import type { Dialect, Lookup, ParsedEnvFile } from '../dialect';
import { Reading } from '../reading/reading';

export const bashSource = {
  id: 'bash-source',
  title: 'bash 5 (set -a; . file), read without running it',
  parse(text: string, _lookup: Lookup): ParsedEnvFile {
    return new Reading(text).finish();
  },
} as const satisfies Dialect;
