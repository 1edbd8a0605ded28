import type { Dialect } from '../dialect';
import { readNodeEnvFile } from '../reading/nodeEnvFile';

export const nodeEnvFile24 = {
  id: 'node-env-file-24',
  title: 'node --env-file (Node 24)',
  parse: (text: string) =>
    readNodeEnvFile(text, { blanks: ' \t\n', stopsAtLineEnd: true }).finish(),
} as const satisfies Dialect;
