import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Setting } from '../../../../src/core/environment/setting';
import { hostOf } from '../../../../src/core/targets/target';
import type { Files } from '../../../../src/project/files';
import type { LiveListeners } from '../../../../src/project/listeners/listeners';
import { rememberingResolver } from '../../../../src/project/resolver/rememberingResolver';
import { requestKey } from '../../../../src/project/resolver/requestKey';
import type { Resolver } from '../../../../src/project/resolver/resolver';
import { memoryFiles } from '../memoryFiles';
import { testReader } from '../testReader';

/** Files that change, and how often any of them was read. */
class Disk {
  readonly contents: Record<string, string> = {};
  reads = 0;

  readonly files: Files = {
    read: (path) => {
      this.reads++;
      return memoryFiles(this.contents).read(path);
    },
    list: (folder) => {
      this.reads++;
      return memoryFiles(this.contents).list(folder);
    },
  };

  /** A file is what it holds, a folder the names in it. */
  readonly fingerprint = async (path: string): Promise<string> =>
    JSON.stringify([this.contents[path], await memoryFiles(this.contents).list(path)]);
}

const settings = (value: string) => [new Setting('SOME_URL', value, { kind: 'shell', name: 'A' })];

function requestWith(value = '', cwd = '/ws') {
  const process = { settings: settings(value) };
  return { cwd, root: '/ws', home: '/home/me', process, labels: [], developmentVariables: [] };
}

async function hostsOf(resolver: Resolver, request = requestWith()): Promise<(string | null)[]> {
  const { targets } = await resolver.resolve(request);
  return targets.map(({ target }) => hostOf(target));
}

describe('an answer that was given before', () => {
  const url = (host: string): string => `DATABASE_URL=postgres://u@${host}/app\n`;

  function prepared(listeners?: LiveListeners): { disk: Disk; resolver: Resolver } {
    const disk = new Disk();
    disk.contents['/ws/.env'] = url('one.example.com');
    const resolver = rememberingResolver(testReader(disk.files, listeners), disk.fingerprint);
    return { disk, resolver };
  }

  it('is given again without reading anything', async () => {
    const { disk, resolver } = prepared();
    assert.deepEqual(await hostsOf(resolver), ['one.example.com']);
    const { reads } = disk;
    assert.deepEqual(await hostsOf(resolver), ['one.example.com']);
    assert.equal(disk.reads, reads);
  });

  const changes: readonly (readonly [what: string, change: (disk: Disk) => void, host: string])[] =
    [
      [
        'a file has changed',
        ({ contents }) => (contents['/ws/.env'] = url('two.example.com')),
        'two.example.com',
      ],
      [
        'a file has appeared',
        ({ contents }) =>
          (contents['/ws/main.py'] = 'import psycopg2\npsycopg2.connect(host="three.example.com")'),
        'three.example.com',
      ],
    ];
  for (const [what, change, host] of changes)
    it(`is another one where ${what}`, async () => {
      const { disk, resolver } = prepared();
      await hostsOf(resolver);
      change(disk);
      assert.equal((await hostsOf(resolver))[0], host);
    });

  it('is none any more where a file is gone', async () => {
    const { disk, resolver } = prepared();
    await hostsOf(resolver);
    delete disk.contents['/ws/.env'];
    assert.deepEqual(await hostsOf(resolver), []);
  });

  it('belongs to its question alone', async () => {
    const { disk, resolver } = prepared();
    await hostsOf(resolver);
    const { reads } = disk;
    await hostsOf(resolver, requestWith('other'));
    await hostsOf(resolver, requestWith('', '/ws/packages/a'));
    assert.ok(disk.reads > reads);
  });

  it('is another one where somebody else listens on this machine', async () => {
    let now = 'nothing';
    const listeners: LiveListeners = {
      find: () => Promise.resolve(now === 'nothing' ? { kind: 'nothing' } : { kind: 'unknown' }),
      snapshot: () => Promise.resolve(now),
    };
    const { disk, resolver } = prepared(listeners);
    disk.contents['/ws/.env'] = url('localhost');
    const stage = async (): Promise<string | undefined> =>
      (await resolver.resolve(requestWith())).targets[0]?.stage;
    assert.equal(await stage(), 'development');
    now = 'something';
    assert.equal(await stage(), 'unknown');
  });
});

describe('the key of a question', () => {
  it('tells apart what differs, and shows no value', () => {
    const keys = [
      requestWith('hunter2'),
      requestWith('hunter3'),
      requestWith('hunter2', '/ws/a'),
      { ...requestWith('hunter2'), isShellSeen: true },
      { ...requestWith('hunter2'), command: 'psql' },
    ].map(requestKey);
    assert.equal(new Set(keys).size, keys.length);
    assert.equal(requestKey(requestWith('hunter2')), keys[0]);
    assert.doesNotMatch(keys.join('\n'), /hunter/);
  });
});
