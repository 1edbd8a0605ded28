import { join, resolve } from 'node:path';
import type { Entry } from '../evaluation/entries';
import { readIni } from '../frameworks/python/ini';
import type { CommandContext } from './programStart';

/** A program of a Python package that starts code of the project. */
export interface PythonCommand {
  readonly names: readonly string[];
  /** Id of the loader by which the command reads env files, where their package is installed. */
  readonly loader?: string;
  /** Env files that the words name. */
  envFiles?(argv: readonly string[]): readonly string[];
  entries(argv: readonly string[], context: CommandContext): Promise<readonly Entry[]>;
}

export const pythonCommands: readonly PythonCommand[] = [
  {
    names: ['flask'],
    loader: 'flask',
    envFiles: (argv) => [optionOf(argv, '-e', '--env-file') ?? []].flat(),
    entries: (argv, context) => {
      const given = optionOf(argv, '-A', '--app') ?? context.variable('FLASK_APP');
      const names = given ? [given] : ['wsgi.py', 'app.py'];
      return Promise.resolve(names.flatMap((name) => ofApplication(name, argv, context)));
    },
  },
  {
    names: ['gunicorn', 'uvicorn', 'hypercorn', 'daphne', 'granian', 'waitress-serve'],
    entries: (argv, context) => {
      const name = argv.find((word) => /^[\w.]+(:[\w.]+(\(.*\))?)?$/.test(word)) ?? '';
      return Promise.resolve(ofApplication(name, argv, context));
    },
  },
  {
    names: ['celery', 'rq', 'dramatiq', 'huey'],
    entries: (argv, { cwd, root }) => {
      const name = optionOf(argv, '-A', '--app') ?? '';
      return Promise.resolve(
        [`${name}.celery`, name].flatMap((module) => modules(module, argv, cwd, root)),
      );
    },
  },
  {
    names: ['django-admin', 'django'],
    entries: (argv, { cwd, root, variable }) => {
      const name = optionOf(argv, '--settings') ?? variable('DJANGO_SETTINGS_MODULE') ?? '';
      const starts = { rule: 'django.core.management.execute_from_command_line' };
      return Promise.resolve(modules(name, argv, cwd, root).map((entry) => ({ ...entry, starts })));
    },
  },
  { names: ['alembic'], entries: findMigrations },
];

/** `--name value` or `--name=value`. */
function optionOf(argv: readonly string[], ...names: readonly string[]): string | undefined {
  for (const [at, word] of argv.entries()) {
    if (names.includes(word)) return argv[at + 1];
    const name = names.find((candidate) => word.startsWith(`${candidate}=`));
    if (name) return word.slice(name.length + 1);
  }
  return undefined;
}

/** `module`, `module:app`, `module:create_app()`, `path/to/file.py`. */
function ofApplication(
  given: string,
  argv: readonly string[],
  { cwd, root }: CommandContext,
): Entry[] {
  const [module = '', name] = given.split(':');
  const starts = { rule: 'flask.cli.locate_app', ...(name ? { name } : {}) };
  const dotted = module.replace(/\.py$/, '').replaceAll('/', '.').replace(/^\.+/, '');
  return modules(dotted, argv, cwd, root).map((entry) => ({ ...entry, starts }));
}

function modules(name: string, argv: readonly string[], cwd: string, root: string): Entry[] {
  if (name === '') return [];
  const path = name.replaceAll('.', '/');
  return [...new Set([cwd, root])].flatMap((folder) =>
    [`${path}.py`, join(path, '__init__.py')].map((file) => ({
      entry: join(folder, file),
      name,
      argv,
    })),
  );
}

/** env.py in the folder that alembic.ini names. */
async function findMigrations(
  argv: readonly string[],
  { files, cwd }: CommandContext,
): Promise<readonly Entry[]> {
  const file = resolve(cwd, optionOf(argv, '-c', '--config') ?? 'alembic.ini');
  const content = await files.read(file);
  if (content.kind !== 'text') return [];
  const section = readIni(content.text).get(optionOf(argv, '-n', '--name') ?? 'alembic');
  const location = section?.get('script_location')?.value ?? 'alembic';
  const folder = resolve(cwd, location.replaceAll('%(here)s', join(file, '..')));
  return [{ entry: join(folder, 'env.py'), name: 'env', argv }];
}
