import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { tools } from '../../../src/core/operations/tools';

describe('the catalogue', () => {
  const ids = [...new Set(tools.map(({ rules }) => rules))].flat().map(({ id }) => id);

  it('has an id of its own for every rule', () => {
    assert.deepEqual(
      ids.filter((id, at) => ids.indexOf(id) !== at),
      [],
    );
  });

  it('writes ids in kebab-case', () => {
    assert.deepEqual(
      ids.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)),
      [],
    );
  });
});
