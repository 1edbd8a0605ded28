import type { Dialect } from '../dialect';
import { readNodeEnvFile } from '../reading/nodeEnvFile';

export const nodeEnvFile24: Dialect = {
  id: 'node-env-file-24',
  title: 'node --env-file (Node 24)',
  parse: (text) => readNodeEnvFile(text, { blanks: ' \t\n', stopsAtLineEnd: true }).finish(),
};
