import type { Dialect } from '../dialect';
import { readNodeEnvFile } from '../reading/nodeEnvFile';

export const nodeEnvFile22 = {
  id: 'node-env-file-22',
  title: 'node --env-file (Node 22)',
  parse: (text: string) =>
    readNodeEnvFile(text, { blanks: ' \t\n', stopsAtLineEnd: true }).finish(),
} as const satisfies Dialect;
