import { loadEnvFiles } from './envFiles';
import type { Loader, LoadRequest } from './loader';
import { variable } from './variable';

/**
 * Rules of @next/env 16.4.6, run: the command decides, except that NODE_ENV=test is always test.
 * Where no command is known, a shell with NODE_ENV=production would start the built app, any other `next dev`.
 */
function modeOf(request: LoadRequest): string {
  const nodeEnv = variable(request, 'NODE_ENV');
  if (nodeEnv === 'test') return 'test';
  return request.options.mode ?? (nodeEnv === 'production' ? 'production' : 'development');
}

/** The order that Next.js and others share: `.env.local` wins over the file of a mode. */
export function localFirst(mode: string): string[] {
  return [`.env.${mode}.local`, ...(mode === 'test' ? [] : ['.env.local']), `.env.${mode}`, '.env'];
}

export const next: Loader = {
  id: 'next',
  title: 'Next.js reads .env.local before .env.development and .env',
  detect(packages) {
    const found = packages.find('node', 'next') ?? packages.find('node', '@next/env');
    return found && { because: found.origin };
  },
  load: (request) => loadEnvFiles(request, { dialect: 'next', paths: localFirst(modeOf(request)) }),
};
