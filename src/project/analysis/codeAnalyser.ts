import type { CodeFinding } from '../../core/findings/codeFinding';
import { findCalls, type CallFinding } from '../../syntax/analysis/findCalls';
import { toFindings } from '../../syntax/analysis/toFindings';
import type { CodeModule } from '../../syntax/analysis/codeModule';
import { reachedFindings, type ReachedFinding } from '../../syntax/analysis/reach';
import { LibraryBook } from '../../syntax/analysis/libraryBook';
import type { LanguageId } from '../../syntax/languages';
import { libraries } from '../../syntax/libraries';
import { sqlStatements } from '../../syntax/sql/sqlStatements';
import type { SyntaxTrees } from '../../syntax/syntaxTrees';
import type { Files } from '../files';
import { CodeModules } from './codeModules';
import { ModuleStore } from './moduleStore';
import { findInNotebook, placedInFile, type PartFinding } from './notebookFindings';
import { readNotebookSource } from './notebookSource';
import { codeLanguageOf, isNotebook } from './sourceOf';
import { statementFiles } from './statementFiles';

/** A chain of imports that is longer than this is not followed to its end. */
const mostRounds = 24;

/** Characters. Longer files are what a program wrote, such as dumps. */
const longestScript = 1_000_000;

/** Of a program, of which a question at a prompt can wait for the nearest files only. */
const mostModules = 60;

/** A finding that a program comes to, in a file that it executes. */
export interface ProgramFinding extends Omit<ReachedFinding, 'finding'> {
  readonly finding: CodeFinding;
}

/** Finds what code destroys, file by file. Names are followed across the files of the workspace. */
export class CodeAnalyser {
  readonly #books = new Map<LanguageId, LibraryBook>();
  readonly #store: ModuleStore;

  /**
   * @param root of the workspace, absolute
   * @param modules what other analysers have read, to share
   */
  constructor(
    files: Files,
    private readonly trees: SyntaxTrees,
    root: string,
    modules = new CodeModules(),
  ) {
    this.#store = new ModuleStore(files, trees, root, modules);
  }

  /** Files may have changed: all, or one. */
  forget(path?: string): void {
    this.#store.forget(path);
  }

  /** The findings of a file, in its order. A file that cannot be read, or is in no known language, has none. */
  async analyse(path: string): Promise<readonly CodeFinding[]> {
    const language = codeLanguageOf(path);
    const reader = statementFiles.find(({ name }) => name.test(path));
    const text = language || reader ? await this.#store.read(path) : undefined;
    if (text === undefined) return [];
    if (isNotebook(path)) return placedInFile(await this.analyseNotebook(path, text));
    if (reader) return text.length > longestScript ? [] : reader.find(path, text, this.trees);
    return language ? this.#analyseCode(path, text, language) : [];
  }

  /** The findings of a notebook, each with the part that can tell its place in the file and in its cell. */
  async analyseNotebook(path: string, text: string): Promise<readonly PartFinding[]> {
    const source = readNotebookSource(text);
    if (!source) return [];
    const inPython = await this.#analyseCode(path, source.python.text, 'python');
    return findInNotebook(source, inPython, this.trees);
  }

  async #analyseCode(
    path: string,
    text: string,
    language: LanguageId,
  ): Promise<readonly CodeFinding[]> {
    const book = this.#bookOf(language);
    if (!book.isMentionedIn(text)) return [];
    const calls = await this.#findCalls(path, book);
    const findings = await Promise.all(calls.map((call) => toFindings(call, sqlStatements)));
    return findings.flat().sort(byPlace);
  }

  /** The findings that starting a file comes to, across files, each with the calls that lead to it. */
  async reached(path: string): Promise<readonly ProgramFinding[]> {
    if (!codeLanguageOf(path) || (await this.#store.read(path)) === undefined) return [];
    const modules = await this.#importedFrom(path);
    const [entry] = modules;
    const all = new Map(modules.map((module) => [module, this.#findingsOf(module)]));
    if (!entry || [...all.values()].every((found) => found.length === 0)) return [];
    const reached = reachedFindings(entry, this.#store, all);
    const findings = reached.map(async ({ finding, file, path: calls }) => {
      const found = await toFindings(finding, sqlStatements);
      return found.map((one) => ({ finding: one, file, path: calls }));
    });
    return (await Promise.all(findings)).flat();
  }

  /** The file and those that it imports, the nearest first. */
  async #importedFrom(path: string): Promise<readonly CodeModule[]> {
    for (let round = 0; ; round++) {
      const entry = this.#store.at(path);
      const modules = new Set(entry ? [entry] : []);
      for (const { imports, file } of modules)
        for (const name of imports) {
          const imported = modules.size < mostModules && this.#store.find(name, file);
          if (imported) modules.add(imported);
        }
      const isEnough = modules.size >= mostModules || round === mostRounds;
      if (isEnough || !(await this.#store.fetch())) return [...modules];
    }
  }

  #findingsOf(module: CodeModule): readonly CallFinding[] {
    const language = codeLanguageOf(module.file);
    return language ? findCalls(module, this.#store, this.#bookOf(language)) : [];
  }

  #findCalls(path: string, book: LibraryBook): Promise<readonly CallFinding[]> {
    return this.#settled(path, (module) => findCalls(module, this.#store, book));
  }

  /** Asks a question about a file until nothing more has to be read for it. */
  async #settled<T>(
    path: string,
    ask: (module: CodeModule) => readonly T[],
  ): Promise<readonly T[]> {
    for (let round = 0; ; round++) {
      const module = this.#store.at(path);
      const found = module ? ask(module) : [];
      if (round === mostRounds || !(await this.#store.fetch())) return found;
    }
  }

  #bookOf(language: LanguageId): LibraryBook {
    const known = this.#books.get(language) ?? new LibraryBook(libraries, language);
    this.#books.set(language, known);
    return known;
  }
}

function byPlace({ range: a }: CodeFinding, { range: b }: CodeFinding): number {
  return a.line - b.line || a.column - b.column;
}
