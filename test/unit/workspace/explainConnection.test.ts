import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Subject } from '../../../src/workspace/connection';
import { explainConnection } from '../../../src/workspace/explainConnection';

const resolution = { targets: [], missing: [], problems: [], readBy: ['dotenv reads .env'] };

function titlesFor(subject: unknown): string[] {
  return explainConnection({ subject: subject as Subject, resolution }).map(({ title }) => title);
}

describe('the explanation of a connection', () => {
  const cases: readonly [why: string, subject: unknown, tellsOfTerminal: boolean][] = [
    ['says when a shell cannot be seen', { kind: 'terminal', isSeen: false }, true],
    ['says when a file is newer', { kind: 'terminal', isSeen: true, olderThan: '/app/.env' }, true],
    ['is silent about a terminal that is seen', { kind: 'terminal', isSeen: true }, false],
    ['is silent about terminals for a folder', { kind: 'folder' }, false],
  ];
  for (const [why, subject, tellsOfTerminal] of cases)
    it(why, () => assert.equal(titlesFor(subject).includes('This terminal'), tellsOfTerminal));

  it('tells of the terminal right after the answer', () => {
    assert.deepEqual(titlesFor({ kind: 'terminal', isSeen: false }), [
      'A run here would reach no database that is known.',
      'This terminal',
      'How the settings are read',
    ]);
  });
});
