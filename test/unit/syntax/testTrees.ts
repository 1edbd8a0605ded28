import { dirname, join } from 'node:path';
import { SyntaxTrees } from '../../../src/syntax/syntaxTrees';

const runtime = dirname(require.resolve('web-tree-sitter'));
const grammars = join('node_modules', '@vscode', 'tree-sitter-wasm', 'wasm');

/** Grammars as the packages carry them. */
export const testTrees = new SyntaxTrees((name) =>
  join(name === 'web-tree-sitter.wasm' ? runtime : grammars, name),
);
