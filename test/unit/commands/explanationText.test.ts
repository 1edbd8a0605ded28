import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { explanationText } from '../../../src/commands/explanationText';
import { describeSections } from '../../../src/project/describe';

const envLine = { file: '/app/.env', line: 3 };
const sections = [
  { title: 'PRODUCTION', sentences: [['Decided by DATABASE_URL in ', envLine, '.']] },
  { title: 'Could not be read', sentences: [[{ file: '/srv/.env' }, ' holds binary data.']] },
];

describe('the text of an explanation', () => {
  it('is the one that the command line prints', () => {
    assert.equal(explanationText(sections, '/app').text, describeSections(sections, '/app'));
  });

  it('links each place where its name stands', () => {
    const { text, links } = explanationText(sections, '/app');
    const linked = links.map(({ offset, length, place }) => [
      text.slice(offset, offset + length),
      place,
    ]);
    assert.deepEqual(linked, [
      ['.env:3', envLine],
      ['/srv/.env', { file: '/srv/.env' }],
    ]);
  });
});
