import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ids, parse, type DialectId } from './read';

const multiline: readonly DialectId[] = [
  'dotenv',
  'node-env-file-22',
  'python-dotenv',
  'ruby-dotenv',
  'godotenv',
  'compose',
  'phpdotenv',
  'symfony',
  'bash-source',
];

describe('lines of assignments', () => {
  for (const id of ids) {
    it(`counts comments, empty lines and both kinds of line ends in ${id}`, () => {
      for (const newline of ['\n', '\r\n']) {
        const text = ['# first', 'A=1', '', '# more', 'B=2', ''].join(newline);
        const lines = parse(id, text).assignments.map(({ name, line }) => [name, line]);
        assert.deepEqual(lines, [
          ['A', 2],
          ['B', 5],
        ]);
      }
    });
  }

  for (const id of multiline) {
    it(`gives the first line of a value of several in ${id}`, () => {
      const { assignments } = parse(id, 'A="one\ntwo"\nB=3\n');
      assert.deepEqual(assignments, [
        { name: 'A', value: 'one\ntwo', line: 1 },
        { name: 'B', value: '3', line: 3 },
      ]);
    });
  }

  it('gives the last line of a name that a file with references sets twice', () => {
    const { assignments } = parse('dotenv-expand-12', 'A=1\nB=$A\nA=2\n');
    assert.deepEqual(
      assignments.map(({ name, line }) => [name, line]),
      [
        ['A', 3],
        ['B', 2],
      ],
    );
  });
});
