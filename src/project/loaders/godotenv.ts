import { loadEnvFiles } from './envFiles';
import type { Loader } from './loader';
import { isBelow } from '../../core/version';

/** joho/godotenv 97a2850: `Load` keeps what is set, and of several files the first wins; `Overload` reverses both. */
export const godotenv: Loader = {
  id: 'godotenv',
  title: 'godotenv reads .env of the working folder, and the shell wins over it',
  detect(packages) {
    const found = packages.find('go', 'github.com/joho/godotenv');
    if (!found) return undefined;
    return {
      because: found.origin,
      ...(found.version ? { options: { version: found.version } } : {}),
    };
  },
  load(request) {
    const { paths = ['.env'], override, version } = request.options;
    return loadEnvFiles(request, {
      dialect: isBelow(version, 1, 6) ? 'godotenv-15' : 'godotenv',
      paths: override ? [...paths].reverse() : paths,
      process: override ? 'weakest' : 'strongest',
    });
  },
};
