import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { withLock } from './lock';
import { withProgress } from './progress';

/**
 * The folder `.cache/<name>`, made by `make` if it is not there. It appears whole or not at all, and once,
 * also when two runs need it at the same time. Whoever changes what is in it changes the name.
 */
export async function cacheOnce(
  name: string,
  what: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = resolve('.cache', name);
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  await withLock(`${folder}.lock`, async () => {
    if (existsSync(folder)) return;
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished);
    await withProgress(`${what} (once)`, () => make(unfinished));
    renameSync(unfinished, folder);
  });
  return folder;
}
