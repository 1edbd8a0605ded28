import type { Dialect } from '../dialect';
import { readNodeDotenv } from '../reading/nodeDotenv';

export const dotenv: Dialect = {
  id: 'dotenv',
  title: 'dotenv 16, 17 and 18 (Node)',
  parse: (text) => readNodeDotenv(text).finish(),
};
