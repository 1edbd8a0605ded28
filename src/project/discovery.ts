import { join } from 'node:path';
import { excludedBy } from './excludedBy';
import { kindOf, type FileKind } from './fileKinds';
import type { Files } from './files';
import { ownEntries, walkFolders, type FolderContent } from './folderWalk';

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

/** Every env and config file under a folder. Upper folders come first, so that a search cut short has the likeliest. */
export async function discover(
  files: Files,
  root: string,
  { exclude = {}, signal }: DiscoveryOptions = {},
): Promise<Discovery> {
  const isExcluded = excludedBy(exclude, root);
  const found: FoundFile[] = [];
  let seen = 0;
  for await (const own of walkFolders(root, (folder) => look(files, folder, isExcluded))) {
    found.push(...own);
    seen++;
    if (signal?.aborted || seen >= mostFolders || found.length > mostFiles)
      return { files: found.slice(0, mostFiles), isComplete: false };
  }
  return { files: found, isComplete: true };
}

async function look(
  files: Files,
  folder: string,
  isExcluded: (path: string) => boolean,
): Promise<FolderContent<FoundFile>> {
  const found: FoundFile[] = [];
  const folders: string[] = [];
  for (const { name, kind } of ownEntries(await files.list(folder))) {
    const path = join(folder, name);
    if (kind === 'folder' && !isExcluded(path)) folders.push(path);
    const fileKind = kind === 'file' ? kindOf(name) : undefined;
    if (fileKind && !isExcluded(path)) found.push({ path, kind: fileKind });
  }
  return { found, folders };
}
