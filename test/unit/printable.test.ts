import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { countdownText } from '../../src/core/countdown';
import { shorten } from '../../src/core/printable';

describe('a countdown', () => {
  const cases: readonly [milliseconds: number, text: string][] = [
    [900_000, '15:00'],
    [899_999, '15:00'],
    [872_000, '14:32'],
    [9_400, '0:10'],
    [0, '0:00'],
    [-5_000, '0:00'],
  ];
  for (const [milliseconds, text] of cases)
    it(`shows ${milliseconds} ms as ${text}`, () =>
      assert.equal(countdownText(milliseconds), text));
});

describe('a shortened name', () => {
  const cases: readonly [text: string, length: number, expected: string][] = [
    ['abcdef', 6, 'abcdef'],
    ['abcdefg', 6, 'abc…fg'],
    ['abcdefg', 5, 'ab…fg'],
    ['😀😀😀😀😀', 3, '😀…😀'],
  ];
  for (const [text, length, expected] of cases)
    it(`keeps both ends of ${text} in ${length}`, () =>
      assert.equal(shorten(text, length), expected));
});
