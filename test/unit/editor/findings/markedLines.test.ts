import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { markedLines, type MarkChoices } from '../../../../src/editor/findings/markedLines';
import type { LiveFinding } from '../../../../src/project/analysis/liveFinding';
import { liveFinding } from './liveFinding';

const usual: MarkChoices = { marks: 'all', isPaused: false };

/** `3 production all`, line by line. */
function shown(findings: readonly LiveFinding[], choices = usual): string[] {
  return markedLines(findings, choices).map(
    ({ line, mark }) => `${line} ${mark.tone} ${mark.isAll ? 'all' : 'part'}`,
  );
}

describe('the lines that are marked', () => {
  it('are red for production, amber for staging and the unknown, faint for development and tests', () => {
    const stages = ['production', 'staging', 'unknown', 'development', 'test'] as const;
    assert.deepEqual(shown(stages.map((stage, index) => liveFinding(index + 1, stage))), [
      '1 production all',
      '2 care all',
      '3 care all',
      '4 faint all',
      '5 faint all',
    ]);
  });

  it('are weaker where a part is hit, and faint for one record or a name alone', () => {
    const found = [
      liveFinding(1, 'production', { reach: 'some' }),
      liveFinding(2, 'production', { reach: 'one' }),
      liveFinding(3, 'production', { confidence: 'possible' }),
    ];
    assert.deepEqual(shown(found), ['1 production part', '2 faint part', '3 faint all']);
  });

  it('show the loudest of what is on a line, and that there is more', () => {
    const found = [
      liveFinding(1, 'development'),
      liveFinding(1, 'production', { reach: 'some', subject: 'documents of Member' }),
    ];
    assert.deepEqual(shown(found), ['1 production part']);
    assert.equal(
      markedLines(found, usual)[0]!.words,
      'PRODUCTION famigo@famigo.example.net · deletes documents of Member · +1',
    );
  });

  it('are quiet where a person has reviewed them', () => {
    const found = [liveFinding(1, 'production', { reviewed: 'the test tenant' })];
    assert.deepEqual(shown(found), ['1 reviewed all']);
    assert.equal(
      markedLines(found, usual)[0]!.words,
      'reviewed · deletes every document of Family',
    );
  });

  it('are all faint during a pause', () => {
    const found = [liveFinding(1, 'production'), liveFinding(2, 'unknown')];
    assert.deepEqual(shown(found, { ...usual, isPaused: true }), ['1 faint all', '2 faint all']);
  });

  it('are those that a person wants to see', () => {
    const found = [liveFinding(1, 'production'), liveFinding(2, 'development')];
    assert.deepEqual(shown(found, { ...usual, marks: 'care' }), ['1 production all']);
    assert.deepEqual(shown(found, { ...usual, marks: 'off' }), []);
  });
});
