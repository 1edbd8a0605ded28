import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { diskFiles } from '../../../src/project/diskFiles';
import type { FileContent } from '../../../src/project/files';
import { withFolder } from '../temporaryFolder';

const makeNothing = (): void => undefined;

interface Case {
  readonly what: string;
  readonly make: (path: string) => void;
  readonly expected: FileContent | RegExp;
}

const cases: readonly Case[] = [
  {
    what: 'text',
    make: (path) => writeFileSync(path, 'A=ü\n'),
    expected: { kind: 'text', text: 'A=ü\n' },
  },
  {
    what: 'an empty file',
    make: (path) => writeFileSync(path, ''),
    expected: { kind: 'text', text: '' },
  },
  {
    what: 'a byte order mark',
    make: (path) => writeFileSync(path, '\uFEFFA=1'),
    expected: { kind: 'text', text: '\uFEFFA=1' },
  },
  { what: 'no file', make: makeNothing, expected: { kind: 'missing' } },
  { what: 'a folder', make: (path) => mkdirSync(path), expected: { kind: 'missing' } },
  {
    what: 'a file of 50 MB',
    make: (path) => {
      writeFileSync(path, 'A=1\n');
      truncateSync(path, 50 * 1024 * 1024);
    },
    expected: /^is 50\.0 MB, larger than the 1 MB/,
  },
  {
    what: 'binary data',
    make: (path) => writeFileSync(path, Buffer.from([65, 0, 66])),
    expected: /^holds binary data$/,
  },
  {
    what: 'invalid UTF-8',
    make: (path) => writeFileSync(path, Buffer.from([65, 61, 0xff])),
    expected: /^is not valid UTF-8$/,
  },
  {
    what: 'a link to itself',
    make: (path) => symlinkSync(path, path),
    expected: /^is a link that leads to itself$/,
  },
  {
    what: 'a link to nothing',
    make: (path) => symlinkSync(`${path}.gone`, path),
    expected: { kind: 'missing' },
  },
  {
    what: 'a link to a file',
    make: (path) => {
      writeFileSync(`${path}.real`, 'A=1');
      symlinkSync(`${path}.real`, path);
    },
    expected: { kind: 'text', text: 'A=1' },
  },
];

function assertContent(content: FileContent, expected: FileContent | RegExp): void {
  if (!(expected instanceof RegExp)) return assert.deepEqual(content, expected);
  assert.equal(content.kind, 'unreadable');
  assert.match(content.kind === 'unreadable' ? content.reason : '', expected);
}

/** Permissions do not bind root. */
async function asOrdinaryUser<T>(use: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return use();
  process.seteuid?.(65534);
  try {
    return await use();
  } finally {
    process.seteuid?.(0);
  }
}

describe('disk files', () => {
  for (const { what, make, expected } of cases)
    it(`reads ${what} as what it is`, () =>
      withFolder({}, async (folder) => {
        const path = join(folder, '.env');
        make(path);
        assertContent(await diskFiles.read(path), expected);
      }));

  it('does not wait for the writer of a pipe', function () {
    if (process.platform === 'win32') return this.skip();
    return withFolder({}, async (folder) => {
      const path = join(folder, '.env');
      execFileSync('mkfifo', [path]);
      assertContent(await diskFiles.read(path), /^is not a regular file$/);
      assert.deepEqual(await diskFiles.list(folder), []);
    });
  });

  it('says that a file may not be read', function () {
    if (process.platform === 'win32') return this.skip();
    return withFolder({ '.env': 'A=1' }, async (folder) => {
      chmodSync(join(folder, '.env'), 0o000);
      const content = await asOrdinaryUser(() => diskFiles.read(join(folder, '.env')));
      assertContent(content, /^may not be read by this user$/);
    });
  });

  it('takes a file below a file for missing', () =>
    withFolder({ app: '' }, async (folder) => {
      assert.deepEqual(await diskFiles.read(join(folder, 'app', '.env')), { kind: 'missing' });
    }));

  it('answers for a file that goes away between listing and reading', () =>
    withFolder({ '.env': 'A=1' }, async (folder) => {
      assert.deepEqual(await diskFiles.list(folder), [{ name: '.env', kind: 'file' }]);
      unlinkSync(join(folder, '.env'));
      assert.deepEqual(await diskFiles.read(join(folder, '.env')), { kind: 'missing' });
    }));

  it('lists links to files, and leaves links to folders and to nothing out', () =>
    withFolder({ 'app/.env': 'A=1' }, async (folder) => {
      symlinkSync(folder, join(folder, 'loop'));
      symlinkSync(join(folder, 'app', '.env'), join(folder, '.env'));
      symlinkSync(join(folder, 'gone'), join(folder, 'broken'));
      const entries = [...(await diskFiles.list(folder))].sort((a, b) =>
        a.name < b.name ? -1 : 1,
      );
      assert.deepEqual(entries, [
        { name: '.env', kind: 'file' },
        { name: 'app', kind: 'folder' },
      ]);
    }));

  for (const [what, name] of [
    ['is not there', 'gone'],
    ['is a file', 'app'],
  ] as const)
    it(`takes a folder that ${what} for empty`, () =>
      withFolder({ app: '' }, async (folder) => {
        assert.deepEqual(await diskFiles.list(join(folder, name)), []);
      }));
});
