import { join } from 'node:path';
import type { Files } from '../files';
import { readJsonc } from './jsonc';
import { thisPlatform, type NamedVariable, type Platform } from './namedRun';
import { variablesOf } from './tasks';

/** `terminal.integrated.env` of the workspace's own settings. */
export async function readTerminalVariables(
  files: Files,
  root: string,
  platform: Platform = thisPlatform,
): Promise<readonly NamedVariable[]> {
  const file = join(root, '.vscode', 'settings.json');
  const { value } = await readJsonc(files, file);
  return value ? variablesOf(value, 'settings', file, `terminal.integrated.env.${platform}`) : [];
}
