import { join } from 'node:path';
import type { Environment } from '../../core/environment/environment';
import type { Packages } from '../packages';
import { loadEnvFiles, type EnvFilePlan } from './envFiles';
import type { Detection, Loader, LoadRequest } from './loader';
import { isBelow } from '../../core/version';

/**
 * dotenv 18 takes these from the shell for every `config()`, README "Environment variables" of 18.0.10.
 * 16 and 17 know the legacy names, and only when preloaded.
 */
function optionOf(
  { process, options, home }: LoadRequest,
  name: 'PATH' | 'OVERRIDE',
): string | undefined {
  if (isBelow(options.version, 18)) return undefined;
  const value = (variable: string): string | undefined =>
    process.settings.findLast((setting) => setting.name === variable)?.value;
  const text = value(`DOTENV_${name}`) ?? value(`DOTENV_CONFIG_${name}`);
  return text?.replace(/^~/, home);
}

/** Which files `config()` reads and whether they win. With `override`, of several files the last wins, else the first. */
export function planDotenv(request: LoadRequest): Pick<EnvFilePlan, 'paths' | 'process'> {
  const { options } = request;
  const paths = options.paths ?? [optionOf(request, 'PATH') || '.env'];
  const override =
    options.override ??
    !['', 'false', '0', 'no', 'off'].includes((optionOf(request, 'OVERRIDE') ?? '').toLowerCase());
  return override
    ? { paths: [...paths].reverse(), process: 'weakest' }
    : { paths, process: 'strongest' };
}

function detect(packages: Packages): Detection | undefined {
  const found = packages.find('node', 'dotenv');
  if (!found || packages.find('node', 'dotenv-expand')) return undefined;
  return {
    because: found.origin,
    ...(found.version ? { options: { version: found.version } } : {}),
  };
}

export const dotenv: Loader = {
  id: 'dotenv',
  title: 'dotenv reads .env of the working folder, and the shell wins over it',
  detect,
  load: (request: LoadRequest): Promise<Environment> =>
    loadEnvFiles(request, { ...planDotenv(request), dialect: 'dotenv' }),
};

/** drizzle-kit carries a dotenv 16 of its own and loads `.env` before it reads its config. */
export const drizzleKit: Loader = {
  id: 'drizzle-kit',
  isCommand: true,
  title: 'drizzle-kit reads .env of the working folder, and never .env.local',
  detect(packages) {
    const found = packages.find('node', 'drizzle-kit');
    return found && { because: found.origin };
  },
  load: ({ options, ...request }) =>
    loadEnvFiles(
      { ...request, options },
      { dialect: 'dotenv', paths: [join(request.cwd, '.env')] },
    ),
};
