import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { flaggedElements, idOf } from '../../../src/tree/flaggedElements';
import { liveFinding } from '../editor/findings/liveFinding';

const elements = flaggedElements([
  { file: '/ws/a.py', findings: [liveFinding(3, 'development'), liveFinding(9, 'production')] },
  {
    file: '/ws/b.py',
    findings: [
      liveFinding(1, 'production', { reach: 'one' }),
      liveFinding(2, 'production', { reviewed: 'the test tenant' }),
    ],
  },
]);

describe('the list of flagged lines', () => {
  it('is by stage, what needs most care first, then by file', () => {
    assert.deepEqual(
      elements.map(({ group, lines, files }) => [group, lines, files.map(({ file }) => file)]),
      [
        ['production', 2, ['/ws/a.py', '/ws/b.py']],
        ['development', 1, ['/ws/a.py']],
        ['reviewed', 1, ['/ws/b.py']],
      ],
    );
  });

  it('tells of each line what it does, where, and why it is right', () => {
    const told = elements.flatMap(({ files }) =>
      files.flatMap(({ findings }) =>
        findings.map(({ label, description }) => [label, description]),
      ),
    );
    assert.deepEqual(told, [
      ['9: deletes every document of Family', 'famigo@famigo.example.net'],
      ['1: deletes every document of Family', 'famigo@famigo.example.net'],
      ['3: deletes every document of Family', 'famigo@famigo.example.net'],
      ['2: deletes every document of Family', 'the test tenant'],
    ]);
  });

  it('makes what is never loud quiet', () => {
    const quiet = elements[0]!.files.flatMap(({ findings }) => findings.map((one) => one.isQuiet));
    assert.deepEqual(quiet, [false, true]);
  });

  it('knows each element by an id of its own', () => {
    const all = elements.flatMap((group) => [
      group,
      ...group.files,
      ...group.files.flatMap(({ findings }) => findings),
    ]);
    assert.equal(new Set(all.map(idOf)).size, all.length);
  });
});
