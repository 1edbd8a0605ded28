import { loadEnvFiles } from './envFiles';
import type { Loader } from './loader';

/** joho/godotenv 97a2850: `Load` keeps what is set, and of several files the first wins; `Overload` reverses both. */
export const godotenv: Loader = {
  id: 'godotenv',
  title: 'godotenv reads .env of the working folder, and the shell wins over it',
  detect(packages) {
    const found = packages.find('go', 'github.com/joho/godotenv');
    return found && { because: found.origin };
  },
  load(request) {
    const { paths = ['.env'], override } = request.options;
    return loadEnvFiles(request, {
      dialect: 'godotenv',
      paths: override ? [...paths].reverse() : paths,
      process: override ? 'weakest' : 'strongest',
    });
  },
};
