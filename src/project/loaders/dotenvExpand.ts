import { planDotenv } from './dotenv';
import { loadEnvFiles } from './envFiles';
import type { DialectId } from './dialects';
import type { Loader } from './loader';
import { isBelow, majorOf } from '../../core/version';

/** The dialect of a version of dotenv-expand: the versions after 12 follow what became 1000. */
export function expandDialect(version: string | undefined): DialectId {
  const major = majorOf(version) ?? 1000;
  if (major <= 10) return 'dotenv-expand-10';
  if (major === 11) return 'dotenv-expand-11';
  return major === 12 ? 'dotenv-expand-12' : 'dotenv-expand-1000';
}

/** Since 12 an empty variable of the shell counts as not set. */
export function expandRank(version: string | undefined): 'strongest' | 'strongestUnlessEmpty' {
  return isBelow(version, 12) ? 'strongest' : 'strongestUnlessEmpty';
}

export const dotenvExpand: Loader = {
  id: 'dotenv-expand',
  title:
    'dotenv reads .env of the working folder, dotenv-expand replaces ${NAME}, and the shell wins',
  detect(packages) {
    const found = packages.find('node', 'dotenv-expand');
    if (!found) return undefined;
    return {
      because: found.origin,
      ...(found.version ? { options: { version: found.version } } : {}),
    };
  },
  load(request) {
    const { version } = request.options;
    // The version is dotenv-expand's: how dotenv finds its file is taken to be as in the newest.
    const plan = planDotenv({ ...request, options: { ...request.options, version: undefined } });
    return loadEnvFiles(request, {
      ...plan,
      process: plan.process === 'weakest' ? 'weakest' : expandRank(version),
      dialect: expandDialect(version),
      sees: 'all',
    });
  },
};
