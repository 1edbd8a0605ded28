import { diskFiles } from '../../../src/project/diskFiles';
import { CodeModules } from '../../../src/project/analysis/codeModules';
import { ModuleCache } from '../../../src/project/evaluation/moduleCache';
import type { Files } from '../../../src/project/files';
import type { LiveListeners } from '../../../src/project/listeners/listeners';
import type { Reader } from '../../../src/project/request';
import { testTrees } from '../syntax/testTrees';

/** A machine on which nothing listens, so that no answer depends on the one the tests run on. */
export const silentMachine: LiveListeners = {
  find: () => Promise.resolve({ kind: 'nothing' }),
  snapshot: () => Promise.resolve(''),
};

export function testReader(files: Files = diskFiles, listeners = silentMachine): Reader {
  const modules = new ModuleCache(testTrees);
  return { files, trees: testTrees, modules, code: new CodeModules(), listeners };
}
