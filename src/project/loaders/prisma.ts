import { dirname, join } from 'node:path';
import { loadEnvFiles } from './envFiles';
import type { Loader } from './loader';
import { isBelow, majorOf } from '../../core/version';

const configNames = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'].map((type) => `prisma.config.${type}`);

/** prisma 6.19.3 `tryLoadEnvs.ts` and 7.9.0: only `${NAME}` is replaced; 7, or a prisma.config file, loads nothing. */
export const prisma: Loader = {
  id: 'prisma',
  title: 'Prisma reads .env beside package.json before that of the schema, and never .env.local',
  detect(packages) {
    const found = packages.find('node', 'prisma') ?? packages.find('node', '@prisma/client');
    const loadsNothing = !isBelow(found?.version, 7) || packages.findFile(...configNames);
    if (!found || loadsNothing) return undefined;
    const manifest = packages.findFile('package.json')?.file;
    return {
      because: found.origin,
      options: {
        ...(found.version ? { version: found.version } : {}),
        ...(manifest ? { folder: dirname(manifest) } : {}),
      },
    };
  },
  load(request) {
    const { folder = request.cwd, version, paths } = request.options;
    const usual = ['.env', 'prisma/.env'].map((path) => join(folder, path));
    const loads = paths ?? ((majorOf(version) ?? 7) >= 7 ? [] : usual);
    return loadEnvFiles(request, { dialect: 'dotenv-expand-10', paths: loads });
  },
};
