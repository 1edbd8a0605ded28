import { join } from 'node:path';
import { SyntaxTrees } from '../syntax/syntaxTrees';
import { diskFiles } from './diskFiles';
import { CodeModules } from './analysis/codeModules';
import { ModuleCache } from './evaluation/moduleCache';
import { SystemListeners } from './listeners/systemListeners';
import type { Reader } from './request';

/** Reads this machine. @param grammars the folder of the grammars */
export function diskReader(grammars: string): Reader {
  const trees = new SyntaxTrees((name) => join(grammars, name));
  return {
    files: diskFiles,
    trees,
    modules: new ModuleCache(trees),
    code: new CodeModules(),
    listeners: new SystemListeners(),
  };
}
