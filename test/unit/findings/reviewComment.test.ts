import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { reviewComment } from '../../../src/core/findings/reviewComment';
import { markOf, readReviewMarks } from '../../../src/core/findings/reviewMarks';

interface Case {
  readonly language: string;
  /** With `|` before the called name. */
  readonly text: string;
  readonly marked: string;
}

const cases: readonly Case[] = [
  {
    language: 'python',
    text: 'x.|delete()',
    marked: 'x.delete() # safety-catch: reviewed for tests',
  },
  {
    language: 'typescript',
    text: '  await x.|deleteMany({});',
    marked: '  await x.deleteMany({}); // safety-catch: reviewed for tests',
  },
  {
    language: 'python',
    text: '    x.|delete()  # all of them',
    marked: '    # safety-catch: reviewed for tests\n    x.delete()  # all of them',
  },
  {
    language: 'ruby',
    text: '  User.|delete_all if old',
    marked: '  User.delete_all if old # safety-catch: reviewed for tests',
  },
  {
    language: 'sql',
    text: '|DELETE FROM games;',
    marked: 'DELETE FROM games; -- safety-catch: reviewed for tests',
  },
  {
    language: 'python',
    text: 'cursor.execute("|DELETE FROM games")',
    marked: 'cursor.execute("DELETE FROM games") # safety-catch: reviewed for tests',
  },
  {
    language: 'python',
    text: 'cursor.execute("""|DELETE FROM games\n  USING old""")',
    marked:
      'cursor.execute("""DELETE FROM games -- safety-catch: reviewed for tests\n  USING old""")',
  },
  {
    language: 'typescript',
    text: 'sql`\n  |DELETE FROM games`',
    marked: 'sql`\n  -- safety-catch: reviewed for tests\n  DELETE FROM games`',
  },
];

describe('the comment of a review', () => {
  for (const { language, text, marked } of cases)
    it(`is put beside ${JSON.stringify(text)} in ${language}, and counts there`, () => {
      const { lines, range } = pointed(text);
      const inserted = reviewComment(range, lines, { language, reason: 'for tests' });
      const result = [...lines];
      if (inserted.kind === 'behind') result[inserted.line - 1] += inserted.text;
      else result.splice(inserted.line - 1, 0, inserted.text);
      assert.equal(result.join('\n'), marked);
      const line = range.line + (inserted.kind === 'above' ? 1 : 0);
      assert.equal(markOf(readReviewMarks(marked), line)?.reason, 'for tests');
    });
});

function pointed(text: string) {
  const before = text.slice(0, text.indexOf('|')).split('\n');
  const [line, column] = [before.length, before.at(-1)!.length + 1];
  const range = { line, column, endLine: line, endColumn: column + 1 };
  return { lines: text.replace('|', '').split('\n'), range };
}
