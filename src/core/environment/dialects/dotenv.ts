import type { Dialect } from '../dialect';
import { readNodeDotenv } from '../reading/nodeDotenv';

export const dotenv = {
  id: 'dotenv',
  title: 'dotenv 16, 17 and 18 (Node)',
  parse: (text: string) => readNodeDotenv(text).finish(),
} as const satisfies Dialect;
