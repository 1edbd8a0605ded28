import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Files } from '../../../../src/project/files';
import { FilesAhead } from '../../../../src/project/scan/filesAhead';
import { memoryFiles } from '../memoryFiles';

describe('files that are read ahead', () => {
  it('are read once for all who ask, until others are', async () => {
    const reads: string[] = [];
    const disk = memoryFiles({ '/ws/a.py': 'a', '/ws/b.py': 'b' });
    const counted: Files = {
      ...disk,
      read: (path) => {
        reads.push(path);
        return disk.read(path);
      },
    };
    const files = new FilesAhead(counted);
    files.readAhead(['/ws/a.py']);
    assert.deepEqual(await files.read('/ws/a.py'), { kind: 'text', text: 'a' });
    await files.read('/ws/a.py');
    await files.read('/ws/b.py');
    assert.deepEqual(reads, ['/ws/a.py', '/ws/b.py']);
    files.readAhead([]);
    await files.read('/ws/a.py');
    assert.deepEqual(reads, ['/ws/a.py', '/ws/b.py', '/ws/a.py']);
  });
});
