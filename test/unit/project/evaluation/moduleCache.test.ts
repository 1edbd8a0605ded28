import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ModuleCache } from '../../../../src/project/evaluation/moduleCache';
import { testTrees } from '../../syntax/testTrees';
import { memoryFiles } from '../memoryFiles';

const files = memoryFiles({
  '/ws/config.js': 'module.exports = 1;',
  '/ws/bundle.js': 'f();'.repeat(50_000),
  '/ws/broken.js': { unreadable: 'holds binary data' },
});

describe('the cache of modules', () => {
  it('reads source files, and leaves bundles and what cannot be read alone', async () => {
    const cache = new ModuleCache(testTrees);
    const read = async (file: string): Promise<boolean> =>
      (await cache.read(files, file, 'javascript')) !== undefined;
    assert.deepEqual(
      await Promise.all(
        ['/ws/config.js', '/ws/bundle.js', '/ws/broken.js', '/ws/none.js'].map(read),
      ),
      [true, false, false, false],
    );
  });
});
