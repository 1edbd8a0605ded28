import type { LanguageId } from '../languages';
import type { SyntaxTrees } from '../syntaxTrees';
import type { CodeModule } from './codeModule';
import { dialects } from './dialects';
import { ModuleReader } from './moduleReader';

const nothing = { names: new Map(), stars: [], imports: new Set<string>(), calls: [] };

/** What is written in a file. Broken code gives what can be read of it. */
export async function readModule(
  trees: SyntaxTrees,
  language: LanguageId,
  { file, text }: { readonly file: string; readonly text: string },
): Promise<CodeModule> {
  const dialect = dialects[language];
  if (!dialect) return { file, ...nothing };
  const tree = await trees.parse(language, text);
  try {
    return new ModuleReader(dialect, file).read(tree.rootNode);
  } finally {
    tree.delete();
  }
}
