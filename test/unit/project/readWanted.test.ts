import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Files } from '../../../src/project/files';
import { readWanted } from '../../../src/project/readWanted';

function filesOf(texts: Readonly<Record<string, string>>): Files & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    read: (path) => {
      asked.push(path);
      const text = texts[path];
      return Promise.resolve(text === undefined ? { kind: 'missing' } : { kind: 'text', text });
    },
    list: () => Promise.resolve([]),
  };
}

describe('a reading that wants files', () => {
  it('gets each of them once, and those that they lead to', async () => {
    const files = filesOf({ '/a': '/b', '/b': 'live' });
    const answer = await readWanted(files, (readFile) => readFile(readFile('/a') ?? '/none'));
    assert.equal(answer, 'live');
    assert.deepEqual(files.asked, ['/a', '/none', '/b']);
  });

  it('ends where a chain does not', async () => {
    const endless: Files = {
      read: (path) => Promise.resolve({ kind: 'text', text: `${path}+` }),
      list: () => Promise.resolve([]),
    };
    const follow = (readFile: (path: string) => string | undefined): string => {
      let path = '/a';
      for (let next = readFile(path); next !== undefined; next = readFile(path)) path = next;
      return path;
    };
    assert.match(await readWanted(endless, follow), /^\/a\++$/);
  });
});
