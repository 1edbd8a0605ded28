import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { withFolder } from '../unit/temporaryFolder';

export type Incident = 'famigo' | 'keepthescore';

/** Runs `use` in a copy of an incident's workspace, its production variable of `.env` pointed at `production`. */
export function withIncident<T>(
  incident: Incident,
  production: string | undefined,
  use: (folder: string) => T | Promise<T>,
): Promise<T> {
  const files = readWorkspace(incident);
  if (production !== undefined)
    files['.env'] = (files['.env'] ?? '').replace(productionUrl, `$1=${production}`);
  return withFolder(files, use);
}

const productionUrl = /^(DATABASE_URL|MONGODB_URI)=.*$/m;

function readWorkspace(incident: Incident): Record<string, string> {
  const root = resolve(__dirname, incident, 'workspace');
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('__pycache__'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(root, file), readFileSync(file, 'utf8')]),
  );
}

/** Runs Python to its end with no variables but `env`. `input` is what a person would type. */
export function runPython(
  python: string,
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly input?: string;
  },
): { readonly code: number | null; readonly stdout: string; readonly stderr: string } {
  const { cwd, env, input = '' } = options;
  const run = spawnSync(python, args, {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
    input,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}
