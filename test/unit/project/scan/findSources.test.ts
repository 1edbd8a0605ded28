import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { describe, it } from 'mocha';
import { findSources, type SourcesRequest } from '../../../../src/project/scan/findSources';
import { memoryFiles } from '../memoryFiles';

type Contents = Readonly<Record<string, string>>;

async function sourcesOf(
  contents: Contents,
  paths: readonly string[] = [''],
  more: Partial<SourcesRequest> = {},
): Promise<string[]> {
  const files = memoryFiles(
    Object.fromEntries(Object.entries(contents).map(([path, text]) => [`/ws/${path}`, text])),
  );
  const absolute = paths.map((path) => (path === '' ? '/ws' : `/ws/${path}`));
  const isSource = (path: string): boolean => /\.(py|sql)$/.test(path);
  const found = await findSources(files, { root: '/ws', paths: absolute, isSource, ...more });
  return found.map((path) => relative('/ws', path));
}

function empty(paths: string): Contents {
  return Object.fromEntries(paths.split(' ').map((path) => [path, '']));
}

describe('the source files of a scan', () => {
  it('are those under a folder by name, in the same order whatever the disk says', async () => {
    assert.deepEqual(await sourcesOf(empty('b/z.py a.py b/a.sql b/readme.md c.js')), [
      'a.py',
      'b/a.sql',
      'b/z.py',
    ]);
  });

  it('leave out dependencies, builds and virtual environments', async () => {
    assert.deepEqual(
      await sourcesOf(
        empty('node_modules/x/a.py vendor/a.py dist/a.py env/pyvenv.cfg env/lib/a.py own.py'),
      ),
      ['own.py'],
    );
  });

  const ignored: readonly (readonly [rules: string, left: string])[] = [
    ['old.py', 'a.py lib/a.py lib/dump.sql lib/old/b.py'],
    ['/a.py', 'lib/a.py lib/dump.sql lib/old.py lib/old/b.py'],
    ['old/', 'a.py lib/a.py lib/dump.sql lib/old.py'],
    ['lib/old', 'a.py lib/a.py lib/dump.sql lib/old.py'],
    ['*.py\n!lib/a.py', 'lib/a.py lib/dump.sql'],
    ['**/lib/**', 'a.py'],
    ['lib/**/b.py', 'a.py lib/a.py lib/dump.sql lib/old.py'],
    ['# a.py\n\n*.sql  ', 'a.py lib/a.py lib/old.py lib/old/b.py'],
    ['[a-n].py', 'lib/dump.sql lib/old.py'],
  ];
  for (const [rules, left] of ignored)
    it(`leave out what git ignores by ${JSON.stringify(rules)}`, async () => {
      const contents = empty('a.py lib/a.py lib/old.py lib/old/b.py lib/dump.sql');
      assert.deepEqual(await sourcesOf({ ...contents, '.gitignore': rules }), left.split(' '));
    });

  it('follow the rules of inner folders over those of outer ones', async () => {
    const contents = { '.gitignore': '*.sql', 'keep/.gitignore': '!*.sql', ...empty('keep/x.sql') };
    assert.deepEqual(await sourcesOf(contents), ['keep/x.sql']);
  });

  it('know the rules above the folder that is named', async () => {
    const contents = { '.gitignore': 'gen/*.py', ...empty('gen/a.py gen/b.sql gen/sub/c.py') };
    assert.deepEqual(await sourcesOf(contents, ['gen']), ['gen/b.sql', 'gen/sub/c.py']);
  });

  it('hold a file that is named, even if it is ignored, and nothing twice', async () => {
    const contents = { '.gitignore': 'a.py', ...empty('a.py b.py notes.md') };
    assert.deepEqual(await sourcesOf(contents, ['a.py', 'b.py', '', 'notes.md']), ['a.py', 'b.py']);
  });

  it('leave out what the settings exclude', async () => {
    const exclude = { '**/old': true, '**/*.sql': false };
    assert.deepEqual(await sourcesOf(empty('old/a.py x.sql'), [''], { exclude }), ['x.sql']);
  });

  it('end soon after the search is cancelled', async () => {
    const signal = AbortSignal.abort();
    assert.deepEqual(await sourcesOf(empty('a.py b.py'), [''], { signal }), []);
  });
});
