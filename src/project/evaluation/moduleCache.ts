import type { ModuleSource } from '../../syntax/evaluation/host';
import { isJson } from '../../syntax/evaluation/javascript/readJson';
import type { LanguageId } from '../../syntax/languages';
import type { SyntaxTree, SyntaxTrees } from '../../syntax/syntaxTrees';
import type { Files } from '../files';

interface CachedModule {
  readonly text: string;
  readonly tree: SyntaxTree;
}

const mostModules = 400;
/** Characters. Nobody writes a longer file by hand: it is a bundle, and following one would hold up the editor. */
const longestSource = 150_000;

/**
 * Trees of source files, kept as long as the text stays the same; the least recently used go first. A program that is
 * being followed may still hold a tree that went, so its memory is freed when nothing holds it any more.
 */
export class ModuleCache {
  readonly #modules = new Map<string, CachedModule>();

  constructor(private readonly trees: SyntaxTrees) {}

  /** `undefined` where the file is not there, cannot be read or is too long to have been written by hand. */
  async read(files: Files, file: string, language: LanguageId): Promise<ModuleSource | undefined> {
    const content = await files.read(file);
    if (content.kind !== 'text' || content.text.length > longestSource) return undefined;
    const { text } = content;
    const known = this.#modules.get(file);
    const tree =
      known?.text === text ? known.tree : await this.trees.parse(language, sourceOf(file, text));
    this.#modules.delete(file);
    this.#modules.set(file, { text, tree });
    this.#dropOldest();
    return { file, root: tree.rootNode };
  }

  #dropOldest(): void {
    for (const file of this.#modules.keys()) {
      if (this.#modules.size <= mostModules) return;
      this.#modules.delete(file);
    }
  }

  dispose(): void {
    this.#modules.clear();
  }
}

/** A JSON file is read as the JavaScript expression that it is, line by line where it stands. */
function sourceOf(file: string, text: string): string {
  return isJson(file) ? `(${text}\n)` : text;
}
