import { loadEnvFiles } from './envFiles';
import type { Loader } from './loader';

/** `docker run --env-file A --env-file B`: the last file wins, and `-e` wins over all. */
export const dockerEnvFile: Loader = {
  id: 'docker-env-file',
  isCommand: true,
  title: 'Docker reads the files given with --env-file, and the last of them wins',
  load(request) {
    const { paths = [] } = request.options;
    return loadEnvFiles(request, { dialect: 'docker-env-file', paths: [...paths].reverse() });
  },
};
