import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'mocha';

const root = resolve('test/incidents');
const lines = (...path: readonly string[]): string[] =>
  readFileSync(join(root, ...path), 'utf8')
    .trim()
    .split('\n');

interface Expected {
  readonly target: { readonly origin: Origin; readonly overrides: readonly Origin[] };
}

interface Origin {
  readonly name: string;
  readonly file: string | null;
  readonly line: number | null;
}

for (const incident of ['famigo', 'keepthescore'])
  describe(`the workspace of ${incident}`, () => {
    it('asks for packages of the versions that the tests install', () => {
      const pinned = lines('requirements.txt');
      assert.deepEqual(
        lines(incident, 'workspace', 'requirements.txt').filter((line) => !pinned.includes(line)),
        [],
      );
    });

    it('has each setting on the line where an answer is expected to find it', () => {
      const cases = JSON.parse(lines(incident, 'expected.json').join('\n')) as Expected[];
      const origins = cases.flatMap(({ target }) => [target.origin, ...target.overrides]);
      for (const { name, file, line } of origins)
        if (file !== null && line !== null)
          assert.match(lines(incident, 'workspace', file)[line - 1] ?? '', new RegExp(`^${name}=`));
    });
  });
