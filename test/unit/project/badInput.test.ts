import assert from 'node:assert/strict';
import { symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { Setting } from '../../../src/core/environment/setting';
import { diskFiles } from '../../../src/project/diskFiles';
import type { Files } from '../../../src/project/files';
import { resolve } from '../../../src/project/resolve';
import { decidingTarget, stageOf, type Resolution } from '../../../src/project/resolution';
import { testReader } from './testReader';
import { withFolder } from '../temporaryFolder';

const node = JSON.stringify({ dependencies: { next: '16.0.0' } });
const local = 'DATABASE_URL=postgresql://localhost/scores\n';

function resolveIn(
  cwd: string,
  files: Files = diskFiles,
  variables: Record<string, string> = {},
): Promise<Resolution> {
  const settings = Object.entries(variables).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  return resolve(testReader(files), {
    cwd,
    root: cwd,
    process: { settings },
    labels: [],
    developmentVariables: [],
    home: join(cwd, 'home'),
  });
}

const unusable: readonly (readonly [string, Buffer, RegExp])[] = [
  ['50 MB', Buffer.alloc(50 * 1024 * 1024, 'A=1\n'), /50\.0 MB/],
  ['binary junk', Buffer.from([1, 2, 0, 255, 254, 0, 10]), /binary/],
  ['not valid UTF-8', Buffer.from([0x41, 0x3d, 0xff, 0xfe, 0x0a]), /UTF-8/],
];

describe('bad input', () => {
  for (const [what, content, word] of unusable) {
    it(`calls the answer unknown, and says why, when the only env file is ${what}`, () =>
      withFolder({ '.env': content }, async (cwd) => {
        const resolution = await resolveIn(cwd);
        assert.equal(stageOf(resolution), 'unknown');
        assert.match(decidingTarget(resolution)?.reasons[0]?.text ?? '', word);
        assert.match(resolution.problems[0]?.message ?? '', word);
      }));

    it(`takes no green from a weaker file when a stronger one is ${what}`, () =>
      withFolder({ 'package.json': node, '.env': local, '.env.local': content }, async (cwd) => {
        const resolution = await resolveIn(cwd);
        assert.equal(stageOf(resolution), 'unknown');
        assert.match(
          decidingTarget(resolution)
            ?.reasons.map(({ text }) => text)
            .join(' ') ?? '',
          /\.env\.local/,
        );
      }));

    it(`believes the shell, which wins anyway, when the env file is ${what}`, () =>
      withFolder({ '.env': content }, async (cwd) => {
        const resolution = await resolveIn(cwd, diskFiles, {
          DATABASE_URL: 'postgresql://localhost/scores',
        });
        assert.equal(stageOf(resolution), 'development');
        assert.equal(resolution.problems.length, 1);
      }));
  }

  it('answers among links that lead to themselves', () =>
    withFolder({ 'app/.env': local }, async (cwd) => {
      symlinkSync(cwd, join(cwd, 'app', 'loop'));
      symlinkSync(join(cwd, '.env'), join(cwd, '.env'));
      const resolution = await resolveIn(cwd);
      assert.equal(stageOf(resolution), 'unknown');
      assert.match(resolution.problems[0]?.message ?? '', /link/);
      assert.equal(stageOf(await resolveIn(join(cwd, 'app', 'loop', 'app'))), 'development');
    }));

  it('answers when an env file goes away between listing and reading', () =>
    withFolder({ '.env': local }, async (cwd) => {
      const vanishing: Files = {
        ...diskFiles,
        read: (path) => {
          if (path.endsWith('/.env')) unlinkSync(path);
          return diskFiles.read(path);
        },
      };
      assert.equal(
        stageOf(await resolveIn(cwd, { ...vanishing, read: once(vanishing.read) })),
        undefined,
      );
    }));
});

/** The first read removes the file; later ones go to the disk, where it no longer is. */
function once(read: Files['read']): Files['read'] {
  let isFirst = true;
  return (path) => {
    if (!isFirst || !path.endsWith('/.env')) return diskFiles.read(path);
    isFirst = false;
    return read(path);
  };
}
