import { dirname, join } from 'node:path';
import { Environment } from '../../core/environment/environment';
import { loadEnvFiles } from './envFiles';
import type { Loader, LoadRequest } from './loader';
import { variable } from './variable';

/** laravel/framework `LoadEnvironmentVariables.php`: one file alone, that of `--env`, else of APP_ENV, else `.env`. */
async function fileOf(request: LoadRequest, folder: string): Promise<string> {
  for (const mode of [request.options.mode, variable(request, 'APP_ENV')]) {
    const file = join(folder, `.env.${mode}`);
    if (mode && (await request.files.read(file)).kind !== 'missing') return file;
  }
  return join(folder, '.env');
}

/** The nearest folder with a composer.json is where a PHP framework looks. */
export const laravel: Loader = {
  id: 'laravel',
  title:
    'Laravel reads one file, .env or that of APP_ENV, and none once its configuration is cached',
  detect(packages) {
    const found = packages.find('php', 'laravel/framework');
    const manifest = found?.origin.file;
    if (!found || !manifest) return undefined;
    return { because: found.origin, options: { folder: dirname(manifest) } };
  },
  async load(request) {
    const { folder = request.cwd } = request.options;
    const cache = join(folder, 'bootstrap/cache/config.php');
    if ((await request.files.read(cache)).kind === 'missing')
      return loadEnvFiles(request, {
        dialect: 'phpdotenv',
        paths: [await fileOf(request, folder)],
      });
    const message = 'holds the cached configuration, which wins over env files and the shell';
    return new Environment([{ settings: [], problem: { file: cache, message } }, request.process]);
  },
};
