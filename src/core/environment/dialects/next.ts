import { expandedDialect } from '../reading/expandDotenv';
import { expandRightmost } from '../reading/expandRightmost';
import { readNodeDotenv } from '../reading/nodeDotenv';

export const next = expandedDialect('next', '@next/env (Next.js 16)', {
  read: readNodeDotenv,
  expand: expandRightmost,
  populatesFirst: false,
});
