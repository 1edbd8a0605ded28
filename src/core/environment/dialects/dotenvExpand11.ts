import { expandedDialect } from '../reading/expandDotenv';
import { expandRecursively } from '../reading/expandRecursively';
import { readNodeDotenv } from '../reading/nodeDotenv';

export const dotenvExpand11 = expandedDialect('dotenv-expand-11', 'dotenv with dotenv-expand 11', {
  read: readNodeDotenv,
  expand: expandRecursively,
  populatesFirst: true,
});
