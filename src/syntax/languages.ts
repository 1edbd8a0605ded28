interface LanguageRow {
  /** File of the grammar, beside the runtime's `web-tree-sitter.wasm`. */
  readonly grammar: string;
  readonly extensions: readonly string[];
}

/** The languages that are read, one row each. */
export const languages = {
  bash: { grammar: 'tree-sitter-bash.wasm', extensions: ['.sh', '.bash'] },
  go: { grammar: 'tree-sitter-go.wasm', extensions: ['.go'] },
  java: { grammar: 'tree-sitter-java.wasm', extensions: ['.java'] },
  javascript: {
    grammar: 'tree-sitter-javascript.wasm',
    extensions: ['.js', '.cjs', '.mjs', '.jsx'],
  },
  php: { grammar: 'tree-sitter-php.wasm', extensions: ['.php'] },
  python: { grammar: 'tree-sitter-python.wasm', extensions: ['.py'] },
  ruby: { grammar: 'tree-sitter-ruby.wasm', extensions: ['.rb'] },
  tsx: { grammar: 'tree-sitter-tsx.wasm', extensions: ['.tsx'] },
  typescript: { grammar: 'tree-sitter-typescript.wasm', extensions: ['.ts', '.cts', '.mts'] },
} as const satisfies Readonly<Record<string, LanguageRow>>;

export type LanguageId = keyof typeof languages;

/** The language of a file by its name's ending. */
export function languageOf(path: string): LanguageId | undefined {
  const ids = Object.keys(languages) as LanguageId[];
  return ids.find((id) => languages[id].extensions.some((extension) => path.endsWith(extension)));
}
