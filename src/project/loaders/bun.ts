import { loadEnvFiles } from './envFiles';
import type { Loader } from './loader';
import { localFirst } from './next';
import { variable } from './variable';

const modes: readonly string[] = ['production', 'test'];
const runsFile = /(?:^|[\s;&|])bun (?:run )?(?:--?\S+ )*[\w@./-]+\.(?:[cm]?[jt]sx?)\b/;

/** oven-sh/bun `src/env_loader.zig` (read, not run); of several `--env-file` the last wins, as in Node.js. */
export const bun: Loader = {
  id: 'bun',
  title: 'Bun reads .env.local before .env.development and .env by itself',
  detect(packages) {
    const types = packages.find('node', '@types/bun') ?? packages.find('node', 'bun-types');
    const script = packages.scripts.find(({ command }) => runsFile.test(command));
    const because = script?.origin ?? types?.origin;
    return because && { because };
  },
  load(request) {
    const { mode = variable(request, 'NODE_ENV') ?? '', paths } = request.options;
    const usual = localFirst(modes.includes(mode) ? mode : 'development');
    return loadEnvFiles(request, {
      dialect: 'dotenv-expand-11',
      paths: paths ? [...paths].reverse() : usual,
    });
  },
};
