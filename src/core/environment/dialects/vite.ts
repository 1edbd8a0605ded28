import { expandedDialect } from '../reading/expandDotenv';
import { evaluateLoosely, expandProgressively } from '../reading/expandProgressive';
import { readNodeEnvFile } from '../reading/nodeEnvFile';

/** Vite 8 reads with Node's own `parseEnv`, so that the Node version decides; these are the rules of 22 and later. */
export const vite = expandedDialect('vite', 'Vite 8', {
  read: (text) => readNodeEnvFile(text, { blanks: ' \t\n', stopsAtLineEnd: true }),
  expand: expandProgressively({
    seesWholeFile: true,
    prefersExpanded: false,
    evaluate: evaluateLoosely,
    endsAt: (fromFile) => fromFile,
  }),
  populatesFirst: false,
});
