import { expandedDialect } from '../reading/expandDotenv';
import { expandRightmost } from '../reading/expandRightmost';
import { readNodeDotenv } from '../reading/nodeDotenv';

export const dotenvExpand10 = expandedDialect('dotenv-expand-10', 'dotenv with dotenv-expand 10', {
  read: readNodeDotenv,
  expand: expandRightmost,
  populatesFirst: true,
});
