import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { consultCatalogue } from '../../../src/core/operations/catalogue';
import {
  seldomWords,
  tellingTexts,
  unaskedWords,
} from '../../../src/core/operations/inertPrograms';

const context = { find: () => undefined, readFile: () => undefined, home: '/home/me', cwd: '/ws' };

const silent: readonly string[] = [
  'rm -rf dist node_modules',
  'rm package-lock.json',
  'curl https://example.com',
  'curl -X POST https://api.example.com/games -d a=1',
];

const telling: readonly string[] = [
  'rm -rf /var/lib/postgresql/15/main',
  'rm scores.sqlite3',
  'rm -f backup/scores.dump',
  'rm -rf ./pgdata',
  'curl -XDELETE localhost:9200/games',
  'curl -X DELETE https://search.example.com/_all',
  'curl -X POST https://search.example.com/games/_delete_by_query -d {}',
];

describe('programs of every day that are only asked about with telling texts', () => {
  const isAsked = (line: string): boolean => tellingTexts.some((text) => line.includes(text));

  it('are none of those that are never asked about, nor of those that always are', () => {
    assert.deepEqual([...seldomWords].sort(), ['curl', 'rm']);
    assert.ok(!seldomWords.some((word) => unaskedWords.includes(word)));
  });

  it('have texts that no shell takes for a pattern', () =>
    assert.deepEqual(
      tellingTexts.filter((text) => !/^[\w./:-]{3,}$/.test(text)),
      [],
    ));

  for (const line of silent)
    it(`are not asked about: ${line}`, () => assert.equal(isAsked(line), false));

  for (const line of telling)
    it(`are asked about where the catalogue has something to say: ${line}`, () => {
      const [program = '', ...args] = line.split(' ');
      assert.ok(consultCatalogue(program, args, context).operations.length > 0);
      assert.ok(isAsked(line));
    });
});
