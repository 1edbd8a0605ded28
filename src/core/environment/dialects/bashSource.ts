import type { Dialect, Lookup, ParsedEnvFile } from '../dialect';
import { readBashScript } from '../reading/bashLists';
import { Reading } from '../reading/reading';

export const bashSource = {
  id: 'bash-source',
  title: 'bash 5 (set -a; . file), read without running it',
  parse(text: string, lookup: Lookup): ParsedEnvFile {
    const reading = new Reading(text);
    readBashScript(text, reading, lookup);
    return reading.finish();
  },
} as const satisfies Dialect;
