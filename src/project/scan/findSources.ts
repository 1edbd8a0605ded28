import { basename, dirname, join, sep } from 'node:path';
import type { Files } from '../files';
import { excludedBy } from '../excludedBy';
import { ownEntries, walkFolders, type FolderContent } from '../folderWalk';
import { IgnoreRules } from './ignoreRules';

export interface SourcesRequest {
  /** Where `.gitignore` files are looked for, down to each path; absolute. */
  readonly root: string;
  /** Files, which are taken as they are, and folders; absolute. */
  readonly paths: readonly string[];
  /** Whether a file is one to look into, by its name. */
  readonly isSource: (path: string) => boolean;
  /** Globs relative to the root, as the setting `files.exclude` has them. */
  readonly exclude?: Readonly<Record<string, unknown>>;
  readonly signal?: AbortSignal | undefined;
}

/** The source files under some paths, each once and sorted, without what git ignores. A file that is named is never ignored. */
export async function findSources(
  files: Files,
  request: SourcesRequest,
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const path of request.paths)
    for (const source of await sourcesAt(files, path, request)) found.add(source);
  return [...found].sort();
}

async function sourcesAt(
  files: Files,
  path: string,
  request: SourcesRequest,
): Promise<readonly string[]> {
  const siblings = await files.list(dirname(path));
  if (siblings.some(({ name, kind }) => name === basename(path) && kind === 'file'))
    return request.isSource(path) ? [path] : [];
  const walk = new SourceWalk(files, request);
  await walk.enter(path);
  const found: string[] = [];
  for await (const own of walkFolders(path, (folder) => walk.look(folder))) {
    if (request.signal?.aborted) break;
    found.push(...own);
  }
  return found;
}

/** One way down from a folder, with the rules that are met on it. */
class SourceWalk {
  readonly #rules = new Map<string, IgnoreRules>();
  readonly #isExcluded: (path: string) => boolean;

  constructor(
    private readonly files: Files,
    private readonly request: SourcesRequest,
  ) {
    this.#isExcluded = excludedBy(request.exclude ?? {}, request.root);
  }

  /** Reads the rules above the folder that the walk begins in. */
  async enter(folder: string): Promise<void> {
    let rules = IgnoreRules.none;
    for (const above of foldersAbove(folder, this.request.root))
      rules = await this.#withOwn(rules, above);
    this.#rules.set(folder, rules);
  }

  async look(folder: string): Promise<FolderContent<string>> {
    const entries = await this.files.list(folder);
    const above = this.#rules.get(folder) ?? IgnoreRules.none;
    this.#rules.delete(folder);
    const hasOwn = entries.some(({ name }) => name === '.gitignore');
    const rules = hasOwn ? await this.#withOwn(above, folder) : above;
    const found: string[] = [];
    const folders: string[] = [];
    for (const { name, kind } of ownEntries(entries)) {
      const path = join(folder, name);
      if (kind === 'file' && !this.request.isSource(path)) continue;
      if (rules.isIgnored(path, kind) || this.#isExcluded(path)) continue;
      if (kind === 'folder') this.#rules.set(path, rules);
      (kind === 'folder' ? folders : found).push(path);
    }
    return { found, folders };
  }

  async #withOwn(above: IgnoreRules, folder: string): Promise<IgnoreRules> {
    const content = await this.files.read(join(folder, '.gitignore'));
    return content.kind === 'text' ? above.with(content.text, folder) : above;
  }
}

/** From the root down; none for a folder that is not below it. */
function foldersAbove(folder: string, root: string): string[] {
  if (!folder.startsWith(`${root}${sep}`)) return [];
  const parent = dirname(folder);
  return [...foldersAbove(parent, root), parent];
}
