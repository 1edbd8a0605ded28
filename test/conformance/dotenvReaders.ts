import type { Dialect } from '../../src/core/environment/dialect';
import { bashSource } from '../../src/core/environment/dialects/bashSource';
import { compose } from '../../src/core/environment/dialects/compose';
import { direnvDotenv } from '../../src/core/environment/dialects/direnvDotenv';
import { djangoEnviron11 } from '../../src/core/environment/dialects/djangoEnviron11';
import { dotenv } from '../../src/core/environment/dialects/dotenv';
import { expand1000 } from '../../src/core/environment/dialects/dotenvExpand1000';
import { expand12 } from '../../src/core/environment/dialects/dotenvExpand12';
import { godotenv } from '../../src/core/environment/dialects/godotenv';
import { next } from '../../src/core/environment/dialects/next';
import { nodeEnvFile20 } from '../../src/core/environment/dialects/nodeEnvFile20';
import { nodeEnvFile22 } from '../../src/core/environment/dialects/nodeEnvFile22';
import { nodeEnvFile24 } from '../../src/core/environment/dialects/nodeEnvFile24';
import { phpdotenv } from '../../src/core/environment/dialects/phpdotenv';
import { pythonDotenv } from '../../src/core/environment/dialects/pythonDotenv';
import { rubyDotenv } from '../../src/core/environment/dialects/rubyDotenv';
import { symfony } from '../../src/core/environment/dialects/symfony';
import { vite } from '../../src/core/environment/dialects/vite';
import { expandedDialect, type Expand } from '../../src/core/environment/reading/expandDotenv';
import { expandRecursively } from '../../src/core/environment/reading/expandRecursively';
import { expandRightmost } from '../../src/core/environment/reading/expandRightmost';
import { readNodeDotenv } from '../../src/core/environment/reading/nodeDotenv';

/** How one implementation was observed. */
export interface Reader {
  readonly dialect: Dialect;
  /** The observed values are those of the environment afterwards, where the shell wins. */
  readonly isShellStronger?: true;
  /** The implementation was given a reading of the file that hides the shell. */
  readonly hidesShell?: true;
  readonly override?: true;
  /** A value of this shape comes from running it. */
  readonly runs?: RegExp;
  /** The rows give the library a text, where its own file reader would take a byte order mark off. */
  readonly keepsMark?: true;
}

/** The rows expand a parsed file that is not yet in the environment, as `expand(config())` never does. */
function expanding(id: string, expand: Expand): Dialect {
  return expandedDialect(id, id, { read: readNodeDotenv, expand, populatesFirst: false });
}

const substitution = /\$\(/;

export const readers: Readonly<Record<string, Reader>> = {
  'dotenv@16.6.1': { dialect: dotenv },
  'dotenv@17': { dialect: dotenv },
  'dotenv@18.0.10': { dialect: dotenv },
  'dotenv@18.0.10 fast': { dialect: dotenv },
  'node20 util.parseEnv': { dialect: nodeEnvFile20 },
  'node22 util.parseEnv': { dialect: nodeEnvFile22 },
  'node24 util.parseEnv': { dialect: nodeEnvFile24 },
  'node26 util.parseEnv': { dialect: nodeEnvFile24 },
  'dotenv@16+dotenv-expand@10': { dialect: expanding('10', expandRightmost) },
  'dotenv@16+dotenv-expand@11': { dialect: expanding('11', expandRecursively) },
  'dotenv@16+dotenv-expand@12': { dialect: expanding('12', expand12) },
  'dotenv@16+dotenv-expand@1000': { dialect: expanding('1000', expand1000), runs: substitution },
  '@next/env@16.4.6': { dialect: next },
  'vite@8.3.8 loadEnv (node24)': { dialect: vite, isShellStronger: true },
  'django-environ@df301b6 read_env': { dialect: djangoEnviron11, isShellStronger: true },
  'ruby dotenv@34156bf': {
    dialect: rubyDotenv,
    isShellStronger: true,
    runs: substitution,
    keepsMark: true,
  },
  'phpdotenv 5.4.1 (Laravel)': { dialect: phpdotenv, hidesShell: true },
  'direnv 2.32.1 dotenv': { dialect: direnvDotenv },
  'python-dotenv@bca6644 dotenv_values': { dialect: pythonDotenv, override: true },
  'symfony/dotenv 5.4': { dialect: symfony, runs: substitution },
  'godotenv@97a2850': { dialect: godotenv },
  'compose-go dotenv@e70e961': { dialect: compose },
  'bash set -a; source': { dialect: bashSource, isShellStronger: true, runs: /\$\(|`|\$\$/ },
};
