import type { CodeModule } from '../../syntax/analysis/codeModule';
import type { ModuleSource } from '../../syntax/analysis/linker';
import { readModule } from '../../syntax/analysis/readModule';
import type { SyntaxTrees } from '../../syntax/syntaxTrees';
import type { Files } from '../files';
import type { CodeModules } from './codeModules';
import { filesBeside, moduleFiles } from './moduleFiles';
import { codeLanguageOf, codeOf } from './sourceOf';

/** Half a second's work where nothing else is done. */
const longestText = 1_000_000;

/**
 * The files of a workspace as modules. Questions are answered at once from what was read; what they would need besides is
 * noted, and read by `fetch`, after which they are to be asked again.
 */
export class ModuleStore implements ModuleSource {
  /** `null` for a file that is not there or cannot be used. */
  readonly #texts = new Map<string, string | null>();
  readonly #wanted = new Set<string>();

  constructor(
    private readonly files: Files,
    private readonly trees: SyntaxTrees,
    private readonly root: string,
    private readonly modules: CodeModules,
  ) {}

  /** Files may have changed: all, or one. What they say is read again, and parsed only if it is another text. */
  forget(path?: string): void {
    if (path === undefined) this.#texts.clear();
    else this.#texts.delete(path);
  }

  find(name: string, from: string): CodeModule | undefined {
    return this.#findIn(moduleFiles, name, from);
  }

  findBeside(name: string, from: string): CodeModule | undefined {
    return this.#findIn(filesBeside, name, from);
  }

  #findIn(filesOf: typeof moduleFiles, name: string, from: string): CodeModule | undefined {
    const language = codeLanguageOf(from);
    if (!language) return undefined;
    const read = (file: string): string | undefined => this.#textAt(file) ?? undefined;
    for (const file of filesOf(language, name, from, this.root, read)) {
      const text = this.#textAt(file);
      // Whether this one is there decides whether the next is asked for.
      if (text === undefined) return undefined;
      if (text !== null) return this.at(file);
    }
    return undefined;
  }

  at(file: string): CodeModule | undefined {
    const text = this.#textAt(file);
    if (text === undefined || text === null) return undefined;
    const known = this.modules.find(file, text);
    if (!known) this.#wanted.add(file);
    return known;
  }

  /** Reads what was asked for. `false` when nothing was. */
  async fetch(): Promise<boolean> {
    const wanted = [...this.#wanted];
    this.#wanted.clear();
    await Promise.all(wanted.map((file) => this.#load(file)));
    return wanted.length > 0;
  }

  /** The text of a file, read now. */
  async read(path: string): Promise<string | undefined> {
    const known = this.#texts.get(path);
    if (known !== undefined) return known ?? undefined;
    const content = await this.files.read(path);
    const text = content.kind === 'text' ? content.text : null;
    this.#texts.set(path, text);
    return text ?? undefined;
  }

  #textAt(file: string): string | null | undefined {
    const text = this.#texts.get(file);
    if (text === undefined) this.#wanted.add(file);
    return text;
  }

  async #load(file: string): Promise<void> {
    const text = await this.read(file);
    const language = codeLanguageOf(file);
    if (text === undefined || !language || this.modules.find(file, text)) return;
    const code = codeOf(file, text);
    if (code.length > longestText) return void this.#texts.set(file, null);
    const module = await readModule(this.trees, language, { file, text: code });
    this.modules.keep(file, text, module);
  }
}
