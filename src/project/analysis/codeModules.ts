import type { CodeModule } from '../../syntax/analysis/codeModule';

interface ReadModule {
  readonly text: string;
  readonly module: CodeModule;
}

const mostModules = 800;

/** Files as modules, kept as long as their text stays the same; the least recently used go first. */
export class CodeModules {
  readonly #modules = new Map<string, ReadModule>();

  find(file: string, text: string): CodeModule | undefined {
    const known = this.#modules.get(file);
    return known?.text === text ? known.module : undefined;
  }

  keep(file: string, text: string, module: CodeModule): void {
    this.#modules.delete(file);
    this.#modules.set(file, { text, module });
    const [oldest] = this.#modules.keys();
    if (this.#modules.size > mostModules && oldest !== undefined) this.#modules.delete(oldest);
  }
}
