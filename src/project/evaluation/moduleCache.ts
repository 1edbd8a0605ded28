import type { ModuleSource } from '../../syntax/evaluation/host';
import type { LanguageId } from '../../syntax/languages';
import type { SyntaxTree, SyntaxTrees } from '../../syntax/syntaxTrees';
import type { Files } from '../files';

interface CachedModule {
  readonly text: string;
  readonly tree: SyntaxTree;
}

const mostModules = 400;

/** Trees of source files, kept as long as the text stays the same; the least recently used go first. */
export class ModuleCache {
  readonly #modules = new Map<string, CachedModule>();

  constructor(private readonly trees: SyntaxTrees) {}

  /** `undefined` where the file is not there or cannot be read. */
  async read(files: Files, file: string, language: LanguageId): Promise<ModuleSource | undefined> {
    const content = await files.read(file);
    if (content.kind !== 'text') return undefined;
    const { text } = content;
    const known = this.#modules.get(file);
    const tree = known?.text === text ? known.tree : await this.trees.parse(language, text);
    if (known && known.tree !== tree) known.tree.delete();
    this.#modules.delete(file);
    this.#modules.set(file, { text, tree });
    this.#dropOldest();
    return { file, root: tree.rootNode };
  }

  #dropOldest(): void {
    for (const [file, { tree }] of this.#modules) {
      if (this.#modules.size <= mostModules) return;
      this.#modules.delete(file);
      tree.delete();
    }
  }

  dispose(): void {
    for (const { tree } of this.#modules.values()) tree.delete();
    this.#modules.clear();
  }
}
