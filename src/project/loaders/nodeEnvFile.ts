import { loadEnvFiles } from './envFiles';
import type { DialectId } from './dialects';
import type { Loader } from './loader';
import type { Packages, Script } from '../packages';
import { majorOf } from '../../core/version';

const option = /\s--env-file(?:-if-exists)?(?:=|\s+)(?:"([^"]+)"|'([^']+)'|(\S+))/g;
const usualScripts = ['dev', 'start:dev', 'start', 'serve'];

function pathsOf(command: string): string[] {
  return [...command.matchAll(option)].map(([, ...quoted]) => quoted.find(Boolean) ?? '');
}

/** The script that a person would run to start the program, of those that name env files. */
function usualScript({ scripts }: Packages): Script | undefined {
  const naming = scripts.filter(({ command }) => pathsOf(command).length > 0);
  const usual = usualScripts.flatMap((name) => naming.find((script) => script.name === name) ?? []);
  return usual[0] ?? naming[0];
}

function dialect(version: string | undefined): DialectId {
  // A range such as `>=20` says little of what runs: then the newest rules count.
  const major = version?.includes('>') ? undefined : majorOf(version);
  if (major !== undefined && major <= 20) return 'node-env-file-20';
  return major !== undefined && major <= 22 ? 'node-env-file-22' : 'node-env-file-24';
}

/** Run with Node.js 20, 22, 24 and 26: of several files the last wins, and the shell wins over all. */
export const nodeEnvFile: Loader = {
  id: 'node-env-file',
  isCommand: true,
  title: 'Node.js reads the files given with --env-file, and the last of them wins',
  detect(packages) {
    const script = usualScript(packages);
    if (!script) return undefined;
    const { nodeVersion } = packages;
    return {
      because: script.origin,
      options: { paths: pathsOf(script.command), ...(nodeVersion ? { nodeVersion } : {}) },
    };
  },
  load(request) {
    const { paths = ['.env'], nodeVersion } = request.options;
    return loadEnvFiles(request, { dialect: dialect(nodeVersion), paths: [...paths].reverse() });
  },
};
