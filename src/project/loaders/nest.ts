import { expandDialect, expandRank } from './dotenvExpand';
import { loadEnvFiles } from './envFiles';
import type { Loader } from './loader';
import { majorOf } from '../../core/version';

/** The dotenv-expand that a version of @nestjs/config brings, from its package manifest. */
function expandVersion(version: string | undefined): string {
  const major = majorOf(version) ?? 12;
  if (major <= 3) return '10';
  return major === 4 ? '12' : '1000';
}

/** Rules of @nestjs/config 12.0.1, run. Of several files the first wins, with `override` as well. */
export const nest: Loader = {
  id: 'nest',
  title: 'NestJS reads .env of the working folder, and the shell wins over it',
  detect(packages) {
    const found = packages.find('node', '@nestjs/config');
    if (!found) return undefined;
    return {
      because: found.origin,
      ...(found.version ? { options: { version: found.version } } : {}),
    };
  },
  load(request) {
    const { paths = ['.env'], override, expand, version } = request.options;
    const expandedBy = expandVersion(version);
    const rank = expand ? expandRank(expandedBy) : 'strongest';
    return loadEnvFiles(request, {
      dialect: expand ? expandDialect(expandedBy) : 'dotenv',
      paths,
      process: override ? 'weakest' : rank,
    });
  },
};
