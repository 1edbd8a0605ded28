import { resolve } from 'node:path';
import { loadEnvFiles } from './envFiles';
import type { Loader } from './loader';

/** Rules of vite 8.3.8, run: the mode is `--mode` or the command's, whatever NODE_ENV says. */
export const vite: Loader = {
  id: 'vite',
  isCommand: true,
  title: 'Vite reads .env.development before .env.local and .env',
  detect(packages) {
    const found = packages.find('node', 'vite');
    return found && { because: found.origin };
  },
  load(request) {
    const { mode = 'development', folder = request.cwd } = request.options;
    const names = [`.env.${mode}.local`, `.env.${mode}`, '.env.local', '.env'];
    return loadEnvFiles(request, {
      dialect: 'vite',
      paths: names.map((name) => resolve(folder, name)),
      sees: 'all',
    });
  },
};
