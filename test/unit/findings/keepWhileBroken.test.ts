import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CodeFinding } from '../../../src/core/findings/codeFinding';
import { keepWhileBroken, withWords } from '../../../src/core/findings/keepWhileBroken';

const finding = (line: number, column: number, rule = 'old'): CodeFinding => ({
  range: { line, column, endLine: line, endColumn: column + 8 },
  kind: 'delete',
  reach: 'all',
  subject: 'every record of Family',
  rule,
  api: 'mongoengine',
  confidence: 'certain',
});
const text = 'for family in Family.objects:\n    family.delete()\nFamily.drop_collection()\n';
const broken = text.replace(':', '');

describe('findings in a text that is half typed', () => {
  const before = withWords([finding(2, 12)], text);

  it('begin with the name that is called, also behind the end of a text', () => {
    const words = withWords([finding(2, 12), finding(3, 8), finding(9, 1)], text);
    assert.deepEqual(
      words.map(({ word }) => word),
      ['delete', 'drop_collection', ''],
    );
  });

  it('stay where they were, in order with what is found', () => {
    const found = withWords([finding(3, 8)], broken);
    assert.deepEqual(keepWhileBroken(before, found, broken), [...before, ...found]);
  });

  it('are those of now on a line where something is found', () => {
    const found = withWords([finding(2, 12, 'new')], broken);
    assert.deepEqual(keepWhileBroken(before, found, broken), found);
  });

  it('go where another word stands now', () => {
    assert.deepEqual(keepWhileBroken(before, [], broken.replace('delete', 'save')), []);
  });
});
