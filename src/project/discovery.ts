import { join, relative, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import picomatch from 'picomatch';
import { kindOf, type FileKind } from './fileKinds';
import type { Files } from './files';

export interface FoundFile {
  readonly path: string;
  readonly kind: FileKind;
}

export interface Discovery {
  /** Those of the upper folders first, then by path. */
  readonly files: readonly FoundFile[];
  /** False where the search ended before it had seen every folder. */
  readonly isComplete: boolean;
}

export interface DiscoveryOptions {
  /** Globs relative to the root, as the setting `files.exclude` has them; only `true` excludes. */
  readonly exclude?: Readonly<Record<string, unknown>>;
  readonly signal?: AbortSignal;
}

const mostFiles = 1000;
const mostFolders = 20_000;
/** Folders between two turns of the event loop: the extension host belongs to other extensions as well. */
const slice = 16;

/** Dependencies, builds and caches: a program's own env files are never there. */
const skippedFolders: ReadonlySet<string> = new Set(
  [
    '.git .hg .svn .direnv .terraform .gradle .m2 .yarn .pnpm-store',
    'node_modules bower_components vendor target dist build out coverage .next .nuxt .svelte-kit .turbo',
    'venv .venv site-packages __pycache__ .tox .nox .mypy_cache .pytest_cache .ruff_cache',
  ].flatMap((names) => names.split(' ')),
);

/** Every env and config file under a folder. Upper folders come first, so that a search cut short has the likeliest. */
export async function discover(
  files: Files,
  root: string,
  { exclude = {}, signal }: DiscoveryOptions = {},
): Promise<Discovery> {
  const isExcluded = excluder(root, exclude);
  const found: FoundFile[] = [];
  let folders = [root];
  let seen = 0;
  while (folders.length > 0) {
    const next: string[] = [];
    for (let start = 0; start < folders.length; start += slice) {
      if (signal?.aborted || seen >= mostFolders || found.length >= mostFiles)
        return { files: found.slice(0, mostFiles), isComplete: false };
      const batch = folders.slice(start, start + slice);
      seen += batch.length;
      const contents = await Promise.all(batch.map((folder) => look(files, folder, isExcluded)));
      found.push(...contents.flatMap((content) => content.found));
      next.push(...contents.flatMap((content) => content.folders));
      await setImmediate();
    }
    folders = next;
  }
  return { files: found.slice(0, mostFiles), isComplete: found.length <= mostFiles };
}

async function look(
  files: Files,
  folder: string,
  isExcluded: (path: string) => boolean,
): Promise<{ readonly found: FoundFile[]; readonly folders: string[] }> {
  const entries = [...(await files.list(folder))].sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: FoundFile[] = [];
  const folders: string[] = [];
  // A virtual environment of Python may have any name.
  if (entries.some(({ name }) => name === 'pyvenv.cfg')) return { found, folders };
  for (const { name, kind } of entries) {
    const path = join(folder, name);
    if (kind === 'folder' && !skippedFolders.has(name) && !isExcluded(path)) folders.push(path);
    const fileKind = kind === 'file' ? kindOf(name) : undefined;
    if (fileKind && !isExcluded(path)) found.push({ path, kind: fileKind });
  }
  return { found, folders };
}

function excluder(
  root: string,
  exclude: Readonly<Record<string, unknown>>,
): (path: string) => boolean {
  const globs = Object.keys(exclude).filter((glob) => exclude[glob] === true);
  if (globs.length === 0) return () => false;
  const matches = picomatch(globs, { dot: true });
  return (path) => matches(relative(root, path).replaceAll(sep, '/'));
}
