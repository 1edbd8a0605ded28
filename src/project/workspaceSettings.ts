import { dirname, join } from 'node:path';
import { parse } from 'jsonc-parser';
import type { Policy } from '../core/decisions/decide';
import { parseLabels, type Label } from '../core/stages/labels';
import { parseDevelopmentVariables, type DevelopmentVariable } from './developmentVariables';
import type { Files } from './files';

/** What a folder's own `.vscode/settings.json` says. It can raise protection, never lower it. */
export interface WorkspaceSettings {
  readonly labels: readonly Label[];
  readonly developmentVariables: readonly DevelopmentVariable[];
  readonly policy: Policy;
}

export async function readWorkspaceSettings(
  files: Files,
  root: string,
): Promise<WorkspaceSettings> {
  const file = join(root, '.vscode', 'settings.json');
  const content = await files.read(file);
  const settings = content.kind === 'text' ? (parse(content.text) as unknown) : undefined;
  const entries = isRecord(settings) ? settings : {};
  const labels = entries['safetyCatch.labels'];
  const origin = (name: string) => ({ kind: 'settings', name, file }) as const;
  return {
    labels: parseLabels(isRecord(labels) ? labels : {}, 'workspace', origin('safetyCatch.labels'))
      .labels,
    developmentVariables: parseDevelopmentVariables(
      entries['safetyCatch.developmentVariables'],
      origin('safetyCatch.developmentVariables'),
    ),
    policy: entries['safetyCatch.stop.policy'] === 'strict' ? 'strict' : 'standard',
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The folder that a person would open for `cwd`: the nearest with a `.vscode` folder or a repository, else itself. */
export async function findWorkspaceRoot(files: Files, cwd: string): Promise<string> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const entries = await files.list(folder);
    if (entries.some(({ name }) => name === '.vscode' || name === '.git')) return folder;
    if (folder === dirname(folder)) return cwd;
  }
}
