import { diskFiles } from '../../../src/project/diskFiles';
import { ModuleCache } from '../../../src/project/evaluation/moduleCache';
import type { Files } from '../../../src/project/files';
import type { Reader } from '../../../src/project/request';
import { testTrees } from '../syntax/testTrees';

export function testReader(files: Files = diskFiles): Reader {
  return { files, trees: testTrees, modules: new ModuleCache(testTrees) };
}
