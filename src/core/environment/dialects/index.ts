import { bashSource } from './bashSource';
import { compose } from './compose';
import { direnvDotenv } from './direnvDotenv';
import { djangoEnviron } from './djangoEnviron';
import { djangoEnviron11 } from './djangoEnviron11';
import { dockerEnvFile } from './dockerEnvFile';
import { dotenv } from './dotenv';
import { dotenvExpand10 } from './dotenvExpand10';
import { dotenvExpand11 } from './dotenvExpand11';
import { dotenvExpand12 } from './dotenvExpand12';
import { dotenvExpand1000 } from './dotenvExpand1000';
import { godotenv } from './godotenv';
import { godotenv15 } from './godotenv15';
import { next } from './next';
import { nodeEnvFile20 } from './nodeEnvFile20';
import { nodeEnvFile22 } from './nodeEnvFile22';
import { nodeEnvFile24 } from './nodeEnvFile24';
import { phpdotenv } from './phpdotenv';
import { pythonDotenv } from './pythonDotenv';
import { rubyDotenv } from './rubyDotenv';
import { symfony } from './symfony';
import { vite } from './vite';
import { vscodePython } from './vscodePython';

/** Every way to read an env file. A new one is a file beside this one, and a line here. */
export const dialects = [
  bashSource,
  compose,
  direnvDotenv,
  djangoEnviron,
  djangoEnviron11,
  dockerEnvFile,
  dotenv,
  dotenvExpand10,
  dotenvExpand11,
  dotenvExpand12,
  dotenvExpand1000,
  godotenv,
  godotenv15,
  next,
  nodeEnvFile20,
  nodeEnvFile22,
  nodeEnvFile24,
  phpdotenv,
  pythonDotenv,
  rubyDotenv,
  symfony,
  vite,
  vscodePython,
] as const;
