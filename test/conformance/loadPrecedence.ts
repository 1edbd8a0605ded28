import { posix } from 'node:path';
import { Setting } from '../../src/core/environment/setting';
import { findLoader } from '../../src/project/loaders';
import type { LoadOptions } from '../../src/project/loaders/loader';
import { memoryFiles } from '../unit/project/memoryFiles';
import type { Outcome, Suite } from './suite';

interface Row {
  readonly id: string;
  readonly files: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly variable: string;
  readonly result: Readonly<Record<string, string | null>>;
}

const localThenBase = ['.env.local', '.env'];

/** How each program of the outside cases was started. */
const programs: Readonly<Record<string, readonly [loader: string, options: LoadOptions]>> = {
  'dotenv@18': ['dotenv', { version: '18.0.10' }],
  'dotenv@18 override': ['dotenv', { version: '18.0.10', override: true }],
  'dotenv@18 path:[.env.local,.env]': ['dotenv', { version: '18.0.10', paths: localThenBase }],
  'dotenv@16 + expand@10': ['dotenv-expand', { version: '10.0.0' }],
  'dotenv@16 + expand@12': ['dotenv-expand', { version: '12.0.3' }],
  'dotenv@18 + expand@1000': ['dotenv-expand', { version: '1000.0.0' }],
  'dotenv-flow@4.1.0': ['dotenv-flow', {}],
  'next dev': ['next', { mode: 'development' }],
  'next build/start': ['next', { mode: 'production' }],
  'vite development': ['vite', { mode: 'development' }],
  'vite production': ['vite', { mode: 'production' }],
  'vite test': ['vite', { mode: 'test' }],
  'nest default': ['nest', { version: '12.0.1' }],
  'nest envFilePath [.env.local,.env]': ['nest', { version: '12.0.1', paths: localThenBase }],
  'nest expandVariables': ['nest', { version: '12.0.1', expand: true }],
  'nest override': ['nest', { version: '12.0.1', override: true }],
  'node24 --env-file=.env': ['node-env-file', { nodeVersion: '24', paths: ['.env'] }],
  'node24 --env-file=.env --env-file=.env.local': [
    'node-env-file',
    { nodeVersion: '24', paths: ['.env', '.env.local'] },
  ],
  'python-dotenv load_dotenv': ['python-dotenv', {}],
  'python-dotenv load_dotenv override': ['python-dotenv', { override: true }],
  'flask cli (2.2)': ['flask', {}],
  'django-environ read_env': ['django-environ', {}],
  'django-environ read_env overwrite': ['django-environ', { override: true }],
  'ruby dotenv': ['ruby-dotenv', {}],
  'dotenv-rails': ['dotenv-rails', {}],
  'symfony loadEnv': ['symfony', {}],
  laravel: ['laravel', {}],
};

const cwd = '/ws/app';

async function load({ files, env, variable }: Row, program: string): Promise<string | null> {
  const [id, options] = programs[program] ?? ['', {}];
  const loader = findLoader(id);
  if (!loader) return `no loader for ${program}`;
  const contents = Object.entries(files).map(([name, text]) => [posix.join(cwd, name), text]);
  const settings = Object.entries(env).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  const environment = await loader.load({
    files: memoryFiles(Object.fromEntries(contents) as Record<string, string>),
    cwd,
    root: '/ws',
    home: '/home/me',
    process: { settings },
    options,
  });
  const value = environment.get(variable);
  return value ?? (environment.problems().length > 0 ? 'ERROR' : null);
}

async function check(row: Row): Promise<Outcome[]> {
  const outcomes = Object.entries(row.result).map(async ([program, recorded]): Promise<Outcome> => {
    const id = `${row.id} ${program}`;
    const expected = recorded?.startsWith('ERROR') ? 'ERROR' : recorded;
    const actual = await load(row, program);
    if (actual === expected) return { id, kind: 'passed' };
    return { id, kind: 'failed', detail: `expected ${expected}, got ${actual}` };
  });
  return Promise.all(outcomes);
}

/** Which file's value wins, as 27 programs were seen to decide it. */
export const loadPrecedence: Suite = {
  file: 'load_precedence.jsonl',
  run: async (rows) => (await Promise.all((rows as Row[]).map(check))).flat(),
};
