import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { describeSections } from '../../../../src/project/describe';
import { explainFinding } from '../../../../src/project/analysis/explainFinding';
import type { Missing } from '../../../../src/project/resolution';
import { liveFinding } from '../../editor/findings/liveFinding';

const missing: Missing = {
  name: 'FLASK_ENV',
  expected: ['development'],
  because: 'falls back to ProductionConfig',
  origin: { kind: 'code', name: 'FLASK_ENV', file: '/ws/config.py', line: 28 },
};

describe('the explanation of a flagged line', () => {
  it('tells what it does, what it reaches and why, and what would make it safe', () => {
    const live = liveFinding(7, 'production', { trap: 'It is a loop over all of them.' });
    assert.equal(
      describeSections(explainFinding(live, [missing], undefined), '/ws'),
      `This deletes every document of Family (mongoengine).
  It is a loop over all of them.

PRODUCTION: this would reach the MongoDB database famigo on famigo.example.net.
  Decided by MONGODB_URI in .env:2.

Why production
  Because.

What would make it safe
  FLASK_ENV (development): config.py:28 falls back to ProductionConfig.
  Run it with FLASK_ENV=development.
  A filter, so that it takes no more than is meant.
  A check of the environment in front of it, which ends the run elsewhere than in development.
`,
    );
  });

  it('asks for nothing in development, and keeps the word of who reviewed it', () => {
    const live = liveFinding(7, 'development');
    const titles = explainFinding(live, [missing], 'the test tenant');
    assert.deepEqual(titles[0]!.sentences[0], ['Reviewed: the test tenant']);
    assert.ok(!titles.some(({ title }) => title === 'What would make it safe'));
  });

  it('says how far it is known', () => {
    const [first] = explainFinding(
      liveFinding(7, 'unknown', { confidence: 'possible' }),
      [],
      undefined,
    );
    assert.match(String(first!.sentences[0]), /its name alone tells/);
  });
});
