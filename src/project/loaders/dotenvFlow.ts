import { loadEnvFiles } from './envFiles';
import type { Loader } from './loader';
import { variable } from './variable';

/** Rules of dotenv-flow 4.1.0, run. Without NODE_ENV no file of a mode is read; there is no `${NAME}`. */
export const dotenvFlow: Loader = {
  id: 'dotenv-flow',
  title: 'dotenv-flow reads the files of NODE_ENV before .env.local and .env',
  detect(packages) {
    const found = packages.find('node', 'dotenv-flow');
    return found && { because: found.origin };
  },
  load(request) {
    const mode = request.options.mode ?? variable(request, 'NODE_ENV');
    return loadEnvFiles(request, {
      dialect: 'dotenv',
      paths: [
        ...(mode ? [`.env.${mode}.local`, `.env.${mode}`] : []),
        ...(mode === 'test' ? [] : ['.env.local']),
        '.env',
        '.env.defaults',
      ],
    });
  },
};
