import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { valueOf, type DialectId } from './read';

const versions: readonly DialectId[] = [
  'dotenv-expand-10',
  'dotenv-expand-11',
  'dotenv-expand-12',
  'dotenv-expand-1000',
];

describe('dotenv-expand', () => {
  for (const id of versions) {
    it(`sees later lines in ${id}, for config() has put them in the environment`, () => {
      assert.equal(valueOf(id, 'A=$B/app\nB=local', 'A'), 'local/app');
    });

    it(`keeps an escaped dollar in ${id}`, () => {
      assert.equal(valueOf(id, 'A=pa\\$\\$word', 'A'), 'pa$$word');
    });

    it(`prefers the shell in ${id}`, () => {
      const shell = { env: { B: 'prod' } };
      assert.equal(valueOf(id, 'B=local\nA=${B}', 'A', shell), 'prod');
      assert.equal(valueOf(id, 'B=local\nA=${B}', 'B', shell), 'prod');
    });
  }

  const empty: readonly (readonly [DialectId, string])[] = [
    ['dotenv-expand-10', ''],
    ['dotenv-expand-11', ''],
    ['dotenv-expand-12', 'local'],
    ['dotenv-expand-1000', 'local'],
  ];
  for (const [id, expected] of empty) {
    it(`takes an empty variable of the shell for ${expected ? 'unset' : 'set'} in ${id}`, () => {
      assert.equal(valueOf(id, 'B=local', 'B', { env: { B: '' } }), expected);
    });
  }

  it('cannot load a file whose references go in circles', () => {
    assert.equal(valueOf('dotenv-expand-10', 'A=${A:-x}', 'A'), 'refused');
    assert.equal(valueOf('dotenv-expand-12', 'A=${A:-1}\nB=${A}_${A}', 'B'), 'refused');
    assert.equal(valueOf('dotenv-expand-1000', 'A=x$B\nB=y$A', 'A'), 'refused');
  });

  it('tells an empty from a missing variable from version 1000 on', () => {
    assert.equal(valueOf('dotenv-expand-12', 'B=\nA=${B-x}', 'A'), 'x');
    assert.equal(valueOf('dotenv-expand-1000', 'B=\nA=${B-x}', 'A'), '');
  });
});
