import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, it } from 'mocha';
import { diskFiles } from '../../../src/project/diskFiles';
import { discover, type DiscoveryOptions } from '../../../src/project/discovery';
import { kindOf, type FileKind } from '../../../src/project/fileKinds';
import type { Files } from '../../../src/project/files';
import { withFolder } from '../temporaryFolder';
import { memoryFiles } from './memoryFiles';

async function pathsIn(paths: readonly string[], options?: DiscoveryOptions): Promise<string[]> {
  const contents = Object.fromEntries(paths.map((path) => [`/ws/${path}`, '']));
  const { files } = await discover(memoryFiles(contents), '/ws', options);
  return files.map(({ path }) => relative('/ws', path));
}

describe('discovery', () => {
  const names: readonly (readonly [FileKind | undefined, string])[] = [
    [
      'env',
      '.env .env.local .env.production.local .env-prod prod.env .prod.env .flaskenv .envrc env.prod',
    ],
    [
      'template',
      '.env.example .env.sample .env.template .env.dist .env.defaults example.env env.sample',
    ],
    [
      'template',
      '.env.local.example .env.example.local .env-template .envrc.example .flaskenv.sample',
    ],
    [
      'config',
      'database.yml application-prod.properties application.yaml compose.yml docker-compose.prod.yaml',
    ],
    [
      'config',
      'knexfile.ts drizzle.config.ts prisma.config.mjs schema.prisma alembic.ini settings.py config.py',
    ],
    [undefined, 'environment.ts env.ts .envelope myenv index.js README.md package.json app.py env'],
  ];
  for (const [kind, listed] of names)
    for (const name of listed.split(' '))
      it(`takes ${name} for ${kind ?? 'nothing'}`, () => assert.equal(kindOf(name), kind));

  it('finds files in nested folders, upper folders first', async () => {
    assert.deepEqual(
      await pathsIn(['b/c/.env', 'b/.env.local', 'a/prod.env', '.env', 'a/app.ts']),
      ['.env', 'a/prod.env', 'b/.env.local', 'b/c/.env'],
    );
  });

  for (const folder of [
    'node_modules',
    '.git',
    'vendor',
    'venv',
    '.venv',
    'dist',
    'build',
    'target',
    '.tox',
    '__pycache__',
    'lib/site-packages',
  ])
    it(`skips ${folder}`, async () => {
      assert.deepEqual(await pathsIn([`${folder}/.env`, `x/${folder}/y/.env`, '.env']), ['.env']);
    });

  it('skips a virtual environment of any name', async () => {
    assert.deepEqual(await pathsIn(['py311/pyvenv.cfg', 'py311/.env', 'py311/lib/.env']), []);
  });

  const globs: readonly (readonly [Record<string, unknown>, readonly string[]])[] = [
    [{ '**/old': true }, ['.env', 'a/.env', 'x.env', 'a/y.env']],
    [{ '*.env': true }, ['a/.env', 'a/old/.env', 'a/y.env']],
    [{ '**/*.env': true }, []],
    [{ 'a/{old,new}/**': true }, ['.env', 'x.env', 'a/.env', 'a/y.env']],
    [
      { '**/a': false, '**/.env': { when: '$(basename).ts' } },
      ['.env', 'x.env', 'a/.env', 'a/y.env', 'a/old/.env'],
    ],
  ];
  for (const [exclude, expected] of globs)
    it(`honours ${JSON.stringify(exclude)}`, async () => {
      const all = ['.env', 'x.env', 'a/.env', 'a/y.env', 'a/old/.env'];
      assert.deepEqual((await pathsIn(all, { exclude })).sort(), [...expected].sort());
    });

  it('stops at a thousand files and says so', async () => {
    const paths = Array.from({ length: 1200 }, (_, index) => [`/ws/p${index}/.env`, ''] as const);
    const { files, isComplete } = await discover(memoryFiles(Object.fromEntries(paths)), '/ws');
    assert.equal(files.length, 1000);
    assert.equal(isComplete, false);
  });

  it('ends soon after it is cancelled', async () => {
    const abort = new AbortController();
    let listed = 0;
    const endless: Files = {
      ...memoryFiles({}),
      list: () => {
        if (++listed === 100) abort.abort();
        return Promise.resolve([
          { name: `f${listed}`, kind: 'folder' },
          { name: 'g', kind: 'folder' },
        ]);
      },
    };
    const { isComplete } = await discover(endless, '/ws', { signal: abort.signal });
    assert.equal(isComplete, false);
    assert.ok(listed < 200);
  });

  it('lets other work of the extension host in between', async () => {
    const paths = Array.from({ length: 400 }, (_, index) => [`/ws/p${index}/.env`, ''] as const);
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    const count = (): void => void (turns++ < 1000 && setImmediate(count));
    setImmediate(count);
    await discover(memoryFiles(Object.fromEntries(paths)), '/ws');
    clearInterval(timer);
    assert.ok(turns >= 20);
  });

  it('ends among folders that link to themselves', () =>
    withFolder({ 'a/.env': '' }, async (root) => {
      symlinkSync(root, join(root, 'a', 'loop'));
      const { files, isComplete } = await discover(diskFiles, root);
      assert.deepEqual(files, [{ path: join(root, 'a', '.env'), kind: 'env' }]);
      assert.equal(isComplete, true);
    }));
});
