import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { wishesRedBar, type BarCircumstances } from '../../../src/editor/barWish';

const production: BarCircumstances = {
  stage: 'production',
  choice: 'auto',
  isPaused: false,
  isTrusted: true,
  isHighContrast: false,
};

describe('the whole bar', () => {
  const cases: readonly [why: string, change: Partial<BarCircumstances>, isRed: boolean][] = [
    ['is red in production', {}, true],
    ['is red where that is asked for', { choice: 'bar' }, true],
    ['is left alone where only the item is to be coloured', { choice: 'item' }, false],
    ['is left alone where no colour is wanted', { choice: 'off' }, false],
    ['is left alone in staging', { stage: 'staging' }, false],
    ['is left alone where the stage is unknown', { stage: 'unknown' }, false],
    ['is left alone in development', { stage: 'development' }, false],
    ['is left alone without a database', { stage: undefined }, false],
    ['is left alone during a pause', { isPaused: true }, false],
    ['is left alone in a folder that is not trusted', { isTrusted: false }, false],
    ['keeps the colours of a high-contrast theme', { isHighContrast: true }, false],
  ];
  for (const [why, change, isRed] of cases)
    it(why, () => assert.equal(wishesRedBar({ ...production, ...change }), isRed));
});
