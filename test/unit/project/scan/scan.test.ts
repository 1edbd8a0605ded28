import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { diskFiles } from '../../../../src/project/diskFiles';
import { overlaidFiles } from '../../../../src/project/overlaidFiles';
import { scan, type ScanRequest } from '../../../../src/project/scan/scan';
import type { Scan } from '../../../../src/project/scan/scanFiles';
import { withFolder } from '../../temporaryFolder';
import { startScanSource } from './testWorkers';

const models = `from mongoengine import Document, StringField

class Family(Document):
    name = StringField()
`;
const wipe = `from models import Family

def wipe():
    Family.objects.delete()
`;

function scanFolder(root: string, more: Partial<ScanRequest> = {}): Promise<Scan> {
  return scan(diskFiles, { root, paths: [root], ...more }, () => startScanSource(root));
}

describe('a scan', () => {
  it('finds what files do to data, by path and line, with the size of what was read', () =>
    withFolder(
      { 'models.py': models, 'b.py': wipe, 'a.py': wipe, 'note.md': 'x' },
      async (root) => {
        const { files, isComplete } = await scanFolder(root);
        assert.ok(isComplete);
        assert.deepEqual(
          files.map(({ path, bytes, findings }) => [
            path,
            bytes,
            ...findings.map(({ range: { line } }) => line),
          ]),
          [
            [join(root, 'a.py'), wipe.length, 4],
            [join(root, 'b.py'), wipe.length, 4],
            [join(root, 'models.py'), models.length],
          ],
        );
      },
    )).timeout(20_000);

  it('tells how far it is, up to the last file', () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`f${n}.py`, 'x = 1\n']));
    return withFolder(files, async (root) => {
      const seen: string[] = [];
      await scanFolder(root, { onProgress: (done, total) => seen.push(`${done}/${total}`) });
      assert.ok(seen.length > 1);
      assert.equal(seen.at(-1), '30/30');
    });
  }).timeout(20_000);

  it('ends early and says so when it is cancelled', () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`f${n}.py`, 'x = 1\n']));
    return withFolder(files, async (root) => {
      const cancel = new AbortController();
      const onProgress = (): void => cancel.abort();
      const { isComplete, files: seen } = await scanFolder(root, {
        signal: cancel.signal,
        onProgress,
      });
      assert.ok(!isComplete);
      assert.ok(seen.length < 40);
    });
  }).timeout(20_000);

  it('says which files it could not read', () =>
    withFolder({ 'a.py': Buffer.from([0, 1, 2]), 'b.py': 'x = 1\n' }, async (root) => {
      const { files } = await scanFolder(root);
      assert.deepEqual(
        files.map(({ problem }) => problem?.message),
        ['holds binary data', undefined],
      );
    })).timeout(20_000);

  it('reads the texts of an editor before those on disk', () =>
    withFolder({ 'models.py': models, 'a.py': 'x = 1\n' }, async (root) => {
      const unsaved = new Map([[join(root, 'a.py'), wipe]]);
      const files = overlaidFiles(diskFiles, unsaved);
      const found = await scan(files, { root, paths: [root] }, () =>
        startScanSource(root, unsaved),
      );
      assert.equal(found.files[0]?.findings.length, 1);
    })).timeout(20_000);
});
