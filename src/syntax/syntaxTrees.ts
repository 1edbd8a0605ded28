import { Language, Parser, type Tree } from 'web-tree-sitter';
import { languages, type LanguageId } from './languages';

export type { Node as SyntaxNode, Tree as SyntaxTree } from 'web-tree-sitter';

/** Owns the parsers: one grammar is loaded per language, at its first use. */
export class SyntaxTrees {
  readonly #parsers = new Map<LanguageId, Promise<Parser>>();
  #started: Promise<void> | undefined;

  /** @param locate the path of a `.wasm` file by its name: a grammar's, or the runtime's own */
  constructor(private readonly locate: (name: string) => string) {}

  /** The tree of `text`, to be deleted by the caller. Broken code gives a tree with error nodes. */
  async parse(language: LanguageId, text: string): Promise<Tree> {
    const parser = await this.#parserOf(language);
    const tree = parser.parse(text);
    if (!tree) throw new Error(`The ${language} parser gave no tree`);
    return tree;
  }

  #parserOf(language: LanguageId): Promise<Parser> {
    const known = this.#parsers.get(language) ?? this.#load(language);
    this.#parsers.set(language, known);
    return known;
  }

  async #load(language: LanguageId): Promise<Parser> {
    this.#started ??= Parser.init({ locateFile: this.locate });
    await this.#started;
    const parser = new Parser();
    parser.setLanguage(await Language.load(this.locate(languages[language].grammar)));
    return parser;
  }
}
