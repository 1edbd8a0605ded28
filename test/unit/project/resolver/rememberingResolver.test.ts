import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { Setting } from '../../../../src/core/environment/setting';
import { hostOf } from '../../../../src/core/targets/target';
import type { Files } from '../../../../src/project/files';
import type { LiveListeners } from '../../../../src/project/listeners/listeners';
import { rememberingResolver } from '../../../../src/project/resolver/rememberingResolver';
import { requestKey } from '../../../../src/project/resolver/requestKey';
import type { Resolver } from '../../../../src/project/resolver/resolver';
import { withResolvers } from '../../../processes';
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

describe('what was read for answers', () => {
  const disk = new Disk();
  const resolver = rememberingResolver(testReader(disk.files), disk.fingerprint);

  before(async () => {
    disk.contents['/ws/main.py'] = 'from config import host\n';
    disk.contents['/ws/config.py'] = 'host = "one.example.com"\n';
    disk.contents['/ws/notes.txt'] = '';
    await hostsOf(resolver);
  });

  for (const [path, what] of [
    ['/ws/config.py', 'what code imports'],
    ['/ws/.env', 'what was looked for in vain'],
    ['/ws', 'a folder in which names were looked at'],
  ] as const)
    it(`is known of ${what}`, async () =>
      assert.equal(await resolver.hasRead(['/ws/notes.txt', path]), true));

  it('is nothing else', async () =>
    assert.equal(await resolver.hasRead(['/ws/notes.txt', '/other']), false));

  it('is known before the answer is', async () => {
    const { promise: started, resolve: start } = withResolvers<void>();
    const { promise: gate, resolve: open } = withResolvers<void>();
    const files: Files = {
      read: async (path) => {
        start();
        await gate;
        return disk.files.read(path);
      },
      list: (folder) => disk.files.list(folder),
    };
    const slow = rememberingResolver(testReader(files), disk.fingerprint);
    const hosts = hostsOf(slow);
    await started;
    assert.equal(await slow.hasRead(['/ws']), true);
    open();
    await hosts;
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
