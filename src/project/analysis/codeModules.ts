import type { CodeModule } from '../../syntax/analysis/codeModule';

interface ReadModule {
  readonly text: string;
  readonly module: CodeModule;
}

/** Files as modules, kept as long as their text stays the same; the least recently used go first. */
export class CodeModules {
  readonly #modules = new Map<string, ReadModule>();

  constructor(private readonly most = 800) {}

  find(file: string, text: string): CodeModule | undefined {
    const known = this.#modules.get(file);
    if (known?.text !== text) return undefined;
    this.#modules.delete(file);
    this.#modules.set(file, known);
    return known.module;
  }

  keep(file: string, text: string, module: CodeModule): void {
    this.#modules.delete(file);
    this.#modules.set(file, { text, module });
    const [oldest] = this.#modules.keys();
    if (this.#modules.size > this.most && oldest !== undefined) this.#modules.delete(oldest);
  }
}
