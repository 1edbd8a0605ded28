import { setImmediate } from 'node:timers/promises';
import type { FolderEntry } from './files';

/** What one folder holds for who walks, and which folders in it come next. */
export interface FolderContent<T> {
  readonly found: readonly T[];
  readonly folders: readonly string[];
}

/** Folders between two turns of the event loop: the extension host belongs to other extensions as well. */
const slice = 16;

/** Dependencies, builds and caches: nothing in there is written for the project itself. */
const skippedFolders: ReadonlySet<string> = new Set(
  [
    '.git .hg .svn .direnv .terraform .gradle .m2 .yarn .pnpm-store',
    'node_modules bower_components vendor target dist build out coverage .next .nuxt .svelte-kit .turbo',
    'venv .venv site-packages __pycache__ .tox .nox .mypy_cache .pytest_cache .ruff_cache',
  ].flatMap((names) => names.split(' ')),
);

/** What of a folder is the project's own, by name. */
export function ownEntries(entries: readonly FolderEntry[]): readonly FolderEntry[] {
  // A virtual environment of Python may have any name.
  if (entries.some(({ name }) => name === 'pyvenv.cfg')) return [];
  return entries
    .filter(({ name, kind }) => kind === 'file' || !skippedFolders.has(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The contents of the folders under a root, one folder at a time: upper folders first, and always in the same order. */
export async function* walkFolders<T>(
  root: string,
  look: (folder: string) => Promise<FolderContent<T>>,
): AsyncGenerator<readonly T[]> {
  let folders: readonly string[] = [root];
  while (folders.length > 0) {
    const next: string[] = [];
    for (let start = 0; start < folders.length; start += slice) {
      const contents = await Promise.all(folders.slice(start, start + slice).map(look));
      for (const content of contents) {
        next.push(...content.folders);
        yield content.found;
      }
      await setImmediate();
    }
    folders = next;
  }
}
