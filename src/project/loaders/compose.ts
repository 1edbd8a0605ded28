import { join } from 'node:path';
import { loadEnvFiles } from './envFiles';
import type { Loader, LoadRequest } from './loader';
import { variable } from './variable';

/** https://docs.docker.com/compose/how-tos/environment-variables/envvars/ */
function givenPaths(request: LoadRequest): readonly string[] | undefined {
  const listed = variable(request, 'COMPOSE_ENV_FILES');
  return request.options.paths ?? (listed ? listed.split(',') : undefined);
}

/**
 * compose-go e70e961: what a compose file is filled in with, not what a container gets. `--env-file` replaces `.env`,
 * and of several the last wins.
 */
export const compose: Loader = {
  id: 'compose',
  title: 'Docker Compose fills its file in from the shell, then from .env of the project',
  load(request) {
    const { folder = request.cwd } = request.options;
    const isDisabled = /^(1|t|true)$/i.test(variable(request, 'COMPOSE_DISABLE_ENV_FILE') ?? '');
    const usual = isDisabled ? [] : [join(folder, '.env')];
    return loadEnvFiles(request, {
      dialect: 'compose',
      paths: [...(givenPaths(request) ?? usual)].reverse(),
      sees: 'weaker',
    });
  },
};
