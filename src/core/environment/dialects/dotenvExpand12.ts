import { expandedDialect } from '../reading/expandDotenv';
import { evaluateLoosely, expandProgressively } from '../reading/expandProgressive';
import { readNodeDotenv } from '../reading/nodeDotenv';

export const expand12 = expandProgressively({
  seesWholeFile: false,
  prefersExpanded: false,
  evaluate: evaluateLoosely,
  endsAt: (fromFile) => fromFile,
});

export const dotenvExpand12 = expandedDialect('dotenv-expand-12', 'dotenv with dotenv-expand 12', {
  read: readNodeDotenv,
  expand: expand12,
  populatesFirst: true,
});
