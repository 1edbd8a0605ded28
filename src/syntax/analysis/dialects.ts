import { pythonGrammar } from '../statements/grammars/python';
import { javascriptGrammar } from '../statements/grammars/javascript';
import { typescriptGrammar } from '../statements/grammars/typescript';
import { javascript } from '../statements/rules/javascript';
import { python } from '../statements/rules/python';
import type { LanguageId } from '../languages';
import type { CodeDialect } from './codeDialect';
import { javascriptImports } from './imports/javascript';
import { pythonImports } from './imports/python';

/** Calls that hand a function something that is used as what they are called on: a transaction, the table of a schema. */
const handing = {
  transaction: 'same',
  $transaction: 'same',
  begin: 'same',
  savepoint: 'same',
  execute: 'same',
  tx: 'same',
  task: 'same',
  table: 'same',
  alterTable: 'same',
} as const;

const ofJavascript: CodeDialect = {
  grammar: javascriptGrammar,
  imports: javascriptImports,
  self: 'this',
  maker: 'constructor',
  requires: ['require', 'import'],
  mentions: /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g,
  callbacks: { ...javascript.callbacks, ...handing },
  passes: javascript.passes,
};
const ofTypescript: CodeDialect = { ...ofJavascript, grammar: typescriptGrammar };

/** The languages whose files are analysed, a line each. */
export const dialects: Readonly<Partial<Record<LanguageId, CodeDialect>>> = {
  python: {
    grammar: pythonGrammar,
    imports: pythonImports,
    self: 'parameter',
    callbacks: python.callbacks,
    passes: python.passes,
    results: ['Depends', 'Security'],
  },
  javascript: ofJavascript,
  typescript: ofTypescript,
  tsx: ofTypescript,
};
