import { pythonGrammar } from '../statements/grammars/python';
import { javascriptGrammar } from '../statements/grammars/javascript';
import { typescriptGrammar } from '../statements/grammars/typescript';
import { goGrammar } from '../statements/grammars/go';
import { javaGrammar } from '../statements/grammars/java';
import { phpGrammar } from '../statements/grammars/php';
import { rubyGrammar } from '../statements/grammars/ruby';
import { javascript } from '../statements/rules/javascript';
import { php } from '../statements/rules/php';
import { python } from '../statements/rules/python';
import { ruby } from '../statements/rules/ruby';
import type { LanguageId } from '../languages';
import type { CodeDialect } from './codeDialect';
import { goImports } from './imports/go';
import { javaImports } from './imports/java';
import { javascriptImports } from './imports/javascript';
import { phpImports } from './imports/php';
import { pythonImports } from './imports/python';
import { rubyImports } from './imports/ruby';

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
  mainGuard: /\brequire\.main\b|\bimport\.meta\.main\b/,
  defers:
    /^(on|once|get|post|put|patch|delete|use|all|route|addEventListener|addListener|subscribe|process|consume|schedule|command|action|handle|register|setInterval|addHook|createServer)$/,
  passes: javascript.passes,
};
const ofTypescript: CodeDialect = { ...ofJavascript, grammar: typescriptGrammar };

/** The languages whose files are analysed, a line each. */
export const dialects: Readonly<Partial<Record<LanguageId, CodeDialect>>> = {
  python: {
    grammar: pythonGrammar,
    imports: pythonImports,
    self: 'parameter',
    mainGuard: /\b__name__\b/,
    callbacks: python.callbacks,
    passes: python.passes,
    results: ['Depends', 'Security'],
  },
  ruby: {
    grammar: {
      ...rubyGrammar,
      nodes: { ...rubyGrammar.nodes, instance_variable: { is: 'own' } },
    },
    imports: rubyImports,
    self: 'self',
    selfIsLeftOut: true,
    returnsLast: true,
    mentions: /\b(Rails|ActiveRecord|ApplicationRecord|ApplicationJob|ApplicationController)\b/g,
    callbacks: { ...ruby.callbacks, with_connection: 'same', each_with_index: 'each' },
    passes: ruby.passes,
  },
  go: {
    grammar: goGrammar,
    imports: goImports,
    self: 'parameter',
    callbacks: { Transaction: 'same' },
    passes: [],
  },
  java: {
    grammar: javaGrammar,
    imports: javaImports,
    self: 'this',
    selfIsLeftOut: true,
    isClassPerFile: true,
    callbacks: { forEach: 'each', map: 'each' },
    passes: [],
  },
  php: {
    grammar: phpGrammar,
    imports: phpImports,
    self: 'this',
    maker: '__construct',
    ownClass: ['self', 'static'],
    isClassPerFile: true,
    callbacks: php.callbacks,
    passes: php.passes,
  },
  javascript: ofJavascript,
  typescript: ofTypescript,
  tsx: ofTypescript,
};
