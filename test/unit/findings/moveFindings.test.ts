import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { moveFindings, type TextChange } from '../../../src/core/findings/moveFindings';

type Corners = readonly [line: number, column: number, endLine: number, endColumn: number];

const rangeOf = ([line, column, endLine, endColumn]: Corners) => ({
  line,
  column,
  endLine,
  endColumn,
});

const changeOf = (corners: Corners, text: string): TextChange => ({
  range: rangeOf(corners),
  text,
});

/** `family.delete()` in line 5, from the called name to the end of the call. */
const finding = { range: rangeOf([5, 8, 5, 16]) };

const cases: readonly (readonly [why: string, change: TextChange, to: Corners | undefined])[] = [
  ['a line is put above', changeOf([1, 1, 1, 1], 'import os\n'), [6, 8, 6, 16]],
  ['a line above is taken away', changeOf([2, 1, 3, 1], ''), [4, 8, 4, 16]],
  ['text is put before it', changeOf([5, 1, 5, 1], '  '), [5, 10, 5, 18]],
  ['its line is joined to the one above', changeOf([4, 4, 5, 1], ''), [4, 11, 4, 19]],
  ['its line is broken before it', changeOf([5, 8, 5, 8], '\r\n    '), [6, 5, 6, 13]],
  ['an argument is typed', changeOf([5, 15, 5, 15], 'x=1'), [5, 8, 5, 19]],
  ['its end is replaced together with more', changeOf([5, 15, 6, 1], ')'), [5, 8, 5, 16]],
  ['text is put behind it', changeOf([5, 16, 5, 16], ' # done'), [5, 8, 5, 16]],
  ['text is typed below', changeOf([9, 1, 9, 1], 'x'), [5, 8, 5, 16]],
  ['its line is taken away', changeOf([5, 1, 6, 1], ''), undefined],
  ['its name is replaced', changeOf([5, 8, 5, 14], 'save'), undefined],
];

describe('a finding, until its text is read again', () => {
  for (const [why, change, to] of cases)
    it(`is in its place after ${why}`, () => {
      const expected = to ? [{ range: rangeOf(to) }] : [];
      assert.deepEqual(moveFindings([finding], change), expected);
    });
});
