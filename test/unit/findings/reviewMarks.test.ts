import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { markOf, readReviewMarks } from '../../../src/core/findings/reviewMarks';

describe('review marks', () => {
  const forms: readonly (readonly [text: string, covers: number, reason: string])[] = [
    ['x.delete()  # safety-catch: reviewed the test tenant', 1, 'the test tenant'],
    ['x.deleteMany({}); // safety-catch: reviewed: nightly, by cron', 1, 'nightly, by cron'],
    ['DELETE FROM t; -- Safety-Catch: reviewed by two people', 1, 'by two people'],
    ['# safety-catch: reviewed a cache table\nx.delete()', 2, 'a cache table'],
    ['  /* safety-catch: reviewed a cache table */\nx.delete()', 2, 'a cache table'],
    ['  {/* safety-catch: reviewed for the demo */}\nx.delete()', 2, 'for the demo'],
    ['/**\n * safety-catch: reviewed for the demo\n */', 3, 'for the demo'],
    ['a\r\n\r\n// safety-catch: reviewed on Windows\r\nb', 4, 'on Windows'],
  ];
  for (const [text, covers, reason] of forms)
    it(`are read in ${JSON.stringify(text)}`, () => {
      const marks = readReviewMarks(text);
      assert.deepEqual(
        marks.map((found) => [found.covers, found.reason]),
        [[covers, reason]],
      );
      assert.equal(markOf(marks, covers)?.reason, reason);
    });

  it('excuse no other line than the one they speak for', () => {
    const marks = readReviewMarks('a() # safety-catch: reviewed a\nb()\n');
    assert.equal(markOf(marks, 2), undefined);
  });

  it('count only with a reason, and are told without one', () => {
    for (const text of ['a() # safety-catch: reviewed', 'a() /* safety-catch: reviewed */']) {
      const marks = readReviewMarks(text);
      assert.equal(marks[0]?.reason, '');
      assert.equal(markOf(marks, 1), undefined);
    }
  });

  it('are comments, and no words of a text', () => {
    for (const text of ['safety-catch: reviewed x', "'safety-catch: reviewed x'", '# reviewed x'])
      assert.deepEqual(readReviewMarks(text), []);
  });
});
