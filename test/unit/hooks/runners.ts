import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheOnce } from '../../cacheOnce';
import { installHost } from '../../host/hostPackages';
import { runCommand } from '../../processes';

export type RunnerName =
  'npm 10' | 'npm 11' | 'pnpm 10' | 'pnpm 11' | 'pnpm 12' | 'yarn 1' | 'yarn 4';

/** A program that runs the scripts of a package.json. */
export interface Runner {
  readonly command: string;
  readonly args: readonly string[];
}

const versions = {
  npm10: 'npm:npm@10.9.9',
  npm11: 'npm:npm@11.19.1',
  pnpm10: 'npm:pnpm@10.34.9',
  pnpm11: 'npm:pnpm@11.28.11',
  pnpm12: 'npm:pnpm@12.21.0',
  yarn1: 'npm:yarn@1.22.22',
  yarn4: 'npm:@yarnpkg/cli-dist@4.18.1',
} as const;

async function installInto(folder: string): Promise<void> {
  const manifest = { private: true, dependencies: versions };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await runCommand('npm', ['install', ...flags], { cwd: folder });
}

export async function installRunners(): Promise<Readonly<Record<RunnerName, Runner>>> {
  const folder = await cacheOnce('runners-1', 'Installing npm, pnpm and yarn', installInto);
  const { node } = await installHost();
  const file = (path: string): string => join(folder, 'node_modules', path);
  const script = (path: string): Runner => ({ command: node, args: [file(path)] });
  return {
    'npm 10': script('npm10/bin/npm-cli.js'),
    'npm 11': script('npm11/bin/npm-cli.js'),
    'pnpm 10': script('pnpm10/bin/pnpm.cjs'),
    'pnpm 11': script('pnpm11/bin/pnpm.mjs'),
    // A program of its own, found by a script for sh.
    'pnpm 12': { command: file('pnpm12/pnpm'), args: [] },
    'yarn 1': script('yarn1/bin/yarn.js'),
    'yarn 4': script('yarn4/bin/yarn.js'),
  };
}
