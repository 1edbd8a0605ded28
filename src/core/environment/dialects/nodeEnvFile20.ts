import type { Dialect } from '../dialect';
import { readNodeEnvFile } from '../reading/nodeEnvFile';

export const nodeEnvFile20 = {
  id: 'node-env-file-20',
  title: 'node --env-file (Node 20)',
  parse: (text: string) => readNodeEnvFile(text, { blanks: ' ', stopsAtLineEnd: false }).finish(),
} as const satisfies Dialect;
