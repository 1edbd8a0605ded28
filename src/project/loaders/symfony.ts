import { dirname, join } from 'node:path';
import { Environment, type Layer } from '../../core/environment/environment';
import { Setting, type Problem } from '../../core/environment/setting';
import { frameworks } from '../../core/stages/frameworks';
import { loadEnvFiles } from './envFiles';
import type { Loader, LoadRequest } from './loader';

/** symfony/dotenv `bootEnv`, run: APP_ENV counts wherever it is written, and later files win over earlier ones. */
export const symfony: Loader = {
  id: 'symfony',
  title: 'Symfony reads the files of APP_ENV before .env.local and .env, and needs .env',
  detect(packages) {
    const found = packages.find('php', 'symfony/dotenv') ?? packages.find('php', 'symfony/runtime');
    const manifest = found?.origin.file;
    if (!found || !manifest) return undefined;
    return { because: found.origin, options: { folder: dirname(manifest) } };
  },
  async load(request) {
    const { folder = request.cwd } = request.options;
    const dumped = await readDump(request, join(folder, '.env.local.php'));
    if (dumped) return new Environment([request.process, dumped]);
    const base = join(folder, '.env');
    const exists = async (path: string): Promise<boolean> =>
      (await request.files.read(path)).kind !== 'missing';
    const first = !(await exists(base)) && (await exists(`${base}.dist`)) ? `${base}.dist` : base;
    if (!(await exists(first))) return withoutEnvFile(request, base);
    return loadStages(request, base, first);
  },
};

async function loadStages(request: LoadRequest, base: string, first: string): Promise<Environment> {
  const load = (paths: readonly string[]): Promise<Environment> =>
    loadEnvFiles(request, { dialect: 'symfony', paths, sees: 'weaker' });
  const modeIn = async (paths: readonly string[]): Promise<string> =>
    request.options.mode ?? (await load(paths)).get('APP_ENV') ?? frameworks.symfony.unset;
  const paths = [first];
  if ((await modeIn(paths)) !== 'test') paths.unshift(`${base}.local`);
  const mode = await modeIn(paths);
  return load(mode === 'local' ? paths : [`${base}.${mode}.local`, `${base}.${mode}`, ...paths]);
}

function withoutEnvFile({ process }: LoadRequest, file: string): Environment {
  const problem = { file, message: 'is missing, and Symfony does not start without it' };
  return new Environment([process, { settings: [], problem }]);
}

/** `composer dump-env` writes a flat list; anything else in the file is a program, and its values are not known. */
async function readDump(
  { files, options, process }: LoadRequest,
  file: string,
): Promise<Layer | undefined> {
  const content = await files.read(file);
  if (content.kind === 'missing') return undefined;
  if (content.kind === 'unreadable')
    return { settings: [], problem: { file, message: content.reason } };
  const settings: Setting[] = [];
  let problem: Problem | undefined;
  for (const [index, text] of content.text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const [, name, value = ''] = /^\s*'([\w.]+)' => '((?:[^'\\]|\\.)*)',?\s*$/.exec(text) ?? [];
    if (name) {
      const origin = { kind: 'file', name, file, line } as const;
      settings.push(new Setting(name, value.replace(/\\(['\\])/g, '$1'), origin));
    } else if (!/^\s*(<\?php|\/\/.*|return (array ?\(|\[)|[)\]];?)?\s*$/.test(text)) {
      problem ??= { file, line, message: 'holds more than a list of values' };
    }
  }
  const wanted = options.mode ?? process.settings.findLast(({ name }) => name === 'APP_ENV')?.value;
  const own = settings.find(({ name }) => name === 'APP_ENV')?.value;
  if (wanted !== undefined && own !== undefined && wanted !== own) return undefined;
  return { settings, ...(problem ? { problem } : {}) };
}
