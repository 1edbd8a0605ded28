import type { CodeFinding } from '../../core/findings/codeFinding';
import { languageOf } from '../../syntax/languages';
import type { SyntaxTrees } from '../../syntax/syntaxTrees';
import type { Files } from '../files';
import { overlaidFiles } from '../overlaidFiles';
import { findSources } from '../scan/findSources';
import { isSource } from '../scan/isSource';
import type { Analysis, AnalysisQuestion } from './analysis';
import { CodeAnalyser } from './codeAnalyser';

/** An analysis on the thread of its caller. */
export function localAnalysis(disk: Files, trees: SyntaxTrees): Analysis {
  return new LocalAnalysis(disk, trees);
}

class LocalAnalysis implements Analysis {
  readonly #shown = new Map<string, string>();
  readonly #files: Files;
  readonly #analysers = new Map<string, CodeAnalyser>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    disk: Files,
    private readonly trees: SyntaxTrees,
  ) {
    this.#files = overlaidFiles(disk, this.#shown);
  }

  findIn({ root, path, text }: AnalysisQuestion): Promise<readonly CodeFinding[]> {
    return this.#inTurn(() => {
      this.#shown.set(path, text);
      this.#forget(path);
      const known = this.#analysers.get(root);
      const analyser = known ?? new CodeAnalyser(this.#files, this.trees, root);
      this.#analysers.set(root, analyser);
      return analyser.analyse(path);
    });
  }

  async isBroken(path: string): Promise<boolean> {
    const language = languageOf(path);
    const text = this.#shown.get(path);
    if (!language || text === undefined) return false;
    const tree = await this.trees.parse(language, text);
    const { hasError } = tree.rootNode;
    tree.delete();
    return hasError;
  }

  close(path: string): Promise<void> {
    return this.#inTurn(() => {
      this.#shown.delete(path);
      this.#forget(path);
    });
  }

  sourcesIn(root: string, exclude: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
    return findSources(this.#files, { root, paths: [root], isSource, exclude });
  }

  forget(): Promise<void> {
    return this.#inTurn(() => this.#forget());
  }

  /** An analysis that is under way must not remember what it has read before a text became another one. */
  #inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #forget(path?: string): void {
    for (const analyser of this.#analysers.values()) analyser.forget(path);
  }
}
