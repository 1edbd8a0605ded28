import { dirname, join } from 'node:path';
import type { Environment } from '../../core/environment/environment';
import { loadEnvFiles } from './envFiles';
import type { Detection, Loader, LoadRequest } from './loader';
import type { Packages } from '../packages';
import { isBelow } from '../../core/version';
import { variable } from './variable';

/** The nearest file of a name, from a folder up to the root of the disk, as `find_dotenv` looks for it. */
export async function findUpwards(
  { files }: LoadRequest,
  name: string,
  from: string,
): Promise<string | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, name);
    if ((await files.read(path)).kind !== 'missing') return path;
    if (folder === dirname(folder)) return undefined;
  }
}

/** Since python-dotenv 1.2.0, CHANGELOG.md. */
function isDisabled(request: LoadRequest): boolean {
  const value = variable(request, 'PYTHON_DOTENV_DISABLED')?.toLowerCase() ?? '';
  return !isBelow(request.options.version, 1, 2) && ['1', 'true', 't', 'yes', 'y'].includes(value);
}

function detectDotenv(packages: Packages): Detection | undefined {
  // environs and pydantic-settings read env files through python-dotenv.
  const found = ['python-dotenv', 'environs', 'pydantic-settings']
    .flatMap((name) => packages.find('python', name) ?? [])
    .at(0);
  if (!found) return undefined;
  const version = packages.find('python', 'python-dotenv')?.version;
  return { because: found.origin, ...(version ? { options: { version } } : {}) };
}

/** python-dotenv `main.py` bca6644, run. `folder` is that of the calling file, where it is known. */
export const pythonDotenv: Loader = {
  id: 'python-dotenv',
  title: 'python-dotenv reads the nearest .env upwards, and the shell wins over it',
  detect: detectDotenv,
  async load(request): Promise<Environment> {
    const { paths, folder = request.cwd, override } = request.options;
    const found = paths ?? [(await findUpwards(request, '.env', folder)) ?? []].flat();
    return loadEnvFiles(request, {
      dialect: 'python-dotenv',
      paths: isDisabled(request) ? [] : found,
      process: override ? 'weakest' : 'strongest',
    });
  },
};

/** Flask's `cli.py`: only `flask …` and `app.run()` load, and only with python-dotenv installed. */
export const flask: Loader = {
  id: 'flask',
  isCommand: true,
  title: 'Flask reads the nearest .env before the nearest .flaskenv, and the shell wins over both',
  detect(packages) {
    const found = packages.find('python', 'flask');
    const reader = packages.find('python', 'python-dotenv');
    if (!found || !reader) return undefined;
    const { version } = reader;
    return { because: found.origin, ...(version ? { options: { version } } : {}) };
  },
  async load(request) {
    const skip = variable(request, 'FLASK_SKIP_DOTENV')?.toLowerCase() || 'no';
    const isSkipped = !['0', 'false', 'no'].includes(skip) || isDisabled(request);
    const found = await Promise.all(
      ['.env', '.flaskenv'].map((name) => findUpwards(request, name, request.cwd)),
    );
    const usual = found.filter((path) => path !== undefined);
    return loadEnvFiles(request, {
      dialect: 'python-dotenv',
      paths: isSkipped ? [] : [...(request.options.paths ?? []), ...usual],
    });
  },
};

/** django-environ `read_env`, run: there is no `${NAME}`. `folder` is where the settings say it is. */
export const djangoEnviron: Loader = {
  id: 'django-environ',
  title: 'django-environ reads .env of the project, and the shell wins over it',
  detect(packages) {
    const found = packages.find('python', 'django-environ');
    const project = packages.findFile('manage.py')?.file;
    if (!found) return undefined;
    const { version } = found;
    return {
      because: found.origin,
      options: {
        ...(project ? { folder: dirname(project) } : {}),
        ...(version ? { version } : {}),
      },
    };
  },
  load(request) {
    const { folder = request.cwd, paths = [join(folder, '.env')] } = request.options;
    const { override, version } = request.options;
    return loadEnvFiles(request, {
      dialect: isBelow(version, 0, 12) ? 'django-environ-11' : 'django-environ',
      paths,
      process: override ? 'weakest' : 'strongest',
    });
  },
};

/** pypa/pipenv `utils/environment.py`: `pipenv run` and `pipenv shell` load with `override`, so the file wins. */
export const pipenv: Loader = {
  id: 'pipenv',
  isCommand: true,
  title: 'Pipenv reads .env beside the Pipfile, which wins over the shell',
  detect(packages) {
    const found = packages.findFile('Pipfile');
    const folder = found?.file && dirname(found.file);
    return found && { because: found, ...(folder ? { options: { folder } } : {}) };
  },
  load(request) {
    const { folder = request.cwd } = request.options;
    const path = variable(request, 'PIPENV_DOTENV_LOCATION') || join(folder, '.env');
    return loadEnvFiles(request, {
      dialect: 'python-dotenv',
      paths: variable(request, 'PIPENV_DONT_LOAD_ENV') ? [] : [path],
      process: 'weakest',
    });
  },
};
