import { expandedDialect } from '../reading/expandDotenv';
import { evaluateLoosely, expandProgressively } from '../reading/expandProgressive';
import { readNodeDotenv } from '../reading/nodeDotenv';

export const dotenvExpand12 = expandedDialect('dotenv-expand-12', 'dotenv with dotenv-expand 12', {
  read: readNodeDotenv,
  expand: expandProgressively({
    seesWholeFile: false,
    prefersExpanded: false,
    evaluate: evaluateLoosely,
    endsAt: (fromFile) => fromFile,
  }),
  populatesFirst: true,
});
