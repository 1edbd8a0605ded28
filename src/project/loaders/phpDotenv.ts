import { loadEnvFiles } from './envFiles';
import type { Loader } from './loader';

/** vlucas/phpdotenv on its own: `createImmutable` leaves what is set alone, `createMutable` does not. */
export const phpDotenv: Loader = {
  id: 'phpdotenv',
  title: 'phpdotenv reads .env, and the shell wins over it',
  detect(packages) {
    const found = packages.find('php', 'vlucas/phpdotenv');
    return found && { because: found.origin };
  },
  load(request) {
    const { paths = ['.env'], override } = request.options;
    return loadEnvFiles(request, {
      dialect: 'phpdotenv',
      paths,
      process: override ? 'weakest' : 'strongest',
    });
  },
};
