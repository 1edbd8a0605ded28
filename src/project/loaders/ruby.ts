import { dirname, join } from 'node:path';
import { frameworks } from '../../core/stages/frameworks';
import { sectionOf } from '../../core/stages/frameworkVariables';
import { loadEnvFiles } from './envFiles';
import type { Loader } from './loader';
import { localFirst } from './next';
import { variable } from './variable';

export const rubyDotenv: Loader = {
  id: 'ruby-dotenv',
  title: 'The dotenv gem reads .env of the working folder, and the shell wins over it',
  detect(packages) {
    const found = packages.find('ruby', 'dotenv');
    return found && { because: found.origin };
  },
  load(request) {
    const { paths = ['.env'], override } = request.options;
    return loadEnvFiles(request, {
      dialect: 'ruby-dotenv',
      paths: override ? [...paths].reverse() : paths,
      process: override ? 'weakest' : 'strongest',
    });
  },
};

/** Rules of dotenv 3 (bkeepers/dotenv 34156bf, run). Rake's test and spec tasks force the mode `test`. */
export const dotenvRails: Loader = {
  id: 'dotenv-rails',
  title: 'dotenv-rails reads .env.local before .env.development and .env',
  detect(packages) {
    const found = packages.find('ruby', 'dotenv-rails');
    const gemfile = found?.origin.file;
    if (!found || !gemfile) return undefined;
    return { because: found.origin, options: { folder: dirname(gemfile) } };
  },
  load(request) {
    const { folder = request.cwd, override, mode } = request.options;
    const section = sectionOf(frameworks.rails, (name) => variable(request, name));
    const names = localFirst(mode ?? section);
    return loadEnvFiles(request, {
      dialect: 'ruby-dotenv',
      paths: names.map((name) => join(folder, name)),
      process: override ? 'weakest' : 'strongest',
    });
  },
};
