import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line from its source, in `cwd`, with no variables but those given and what Node needs to start. */
export function runCli(
  args: readonly string[],
  options: {
    readonly cwd?: string;
    readonly env?: Record<string, string>;
    readonly input?: string;
  } = {},
): CliResult {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', pathToFileURL(require.resolve('tsx')).href, resolve('src/cli.ts'), ...args],
    {
      cwd: options.cwd,
      env: { PATH: process.env['PATH'], ...options.env },
      input: options.input ?? '',
      encoding: 'utf8',
    },
  );
  return { code: status, stdout, stderr };
}
