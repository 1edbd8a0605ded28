import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { preparePython } from '../incidents/python';

/** How one tool looks through a folder of code. */
export interface ScanTool {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

export type FoundTool = ScanTool | { readonly name: string; readonly reason: string };

/** What the calls look like that are to be found: names alone, as neither tool follows them. */
const patterns = {
  python: ['$X.delete()', '$X.drop_collection()'],
  typescript: ['$X.deleteMany($$$)', '$X.updateMany($$$)', '$X.drop($$$)'],
} as const;

export function ownTool(folder: string): ScanTool {
  const args = ['dist/cli.js', 'scan', '--clean-env', '--json', '--cwd', folder, '.'];
  return { name: 'safety-catch', command: process.execPath, args };
}

/** Its program comes as an optional dependency for the platform. */
export function findAstGrep(folder: string, scratch: string): FoundTool {
  const require = createRequire(resolve('package.json'));
  const name = 'ast-grep';
  const packages = ['linux-x64-gnu', 'linux-arm64-gnu', 'darwin-arm64', 'darwin-x64'];
  const home = dirname(require.resolve('@ast-grep/cli/package.json'));
  const command = packages
    .map((platform) => join(home, '..', `cli-${platform}`, 'ast-grep'))
    .find((path) => existsSync(path));
  if (!command) return { name, reason: 'npm has no program of it for this platform' };
  const rules = join(scratch, 'ast-grep.yml');
  const documents = Object.entries(patterns).flatMap(([language, own]) =>
    own.map(
      (pattern, at) =>
        `id: ${language}-${at}\nlanguage: ${language}\nrule: { pattern: '${pattern}' }\n`,
    ),
  );
  writeFileSync(rules, documents.join('---\n'));
  return { name, command, args: ['scan', '--rule', rules, '--json=compact', folder] };
}

export async function findSemgrep(folder: string, scratch: string): Promise<FoundTool> {
  const name = 'semgrep';
  const python = await preparePython(resolve('test/bench/requirements.txt'));
  if (python.kind === 'missing') return { name, reason: python.reason };
  const config = join(scratch, 'semgrep.json');
  const rules = Object.entries(patterns).flatMap(([language, own]) =>
    own.map((pattern, at) => ({
      id: `${language}-${at}`,
      languages: [language],
      severity: 'WARNING',
      message: 'destroys data',
      pattern: pattern.replace('$$$', '...'),
    })),
  );
  writeFileSync(config, JSON.stringify({ rules }));
  const quiet = ['--metrics=off', '--disable-version-check', '--no-git-ignore', '--json'];
  const args = [
    'scan',
    '--config',
    config,
    ...quiet,
    '--output',
    join(scratch, 'semgrep.out'),
    folder,
  ];
  return { name, command: join(python.bin, name), args };
}
