import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'mocha';
import { dialects } from '../../../../src/core/environment/dialects';

const files = readdirSync('src/core/environment/dialects')
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((file) => file !== 'index');

function kebabCase(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z0-9])/g, '-').toLowerCase();
}

describe('the list of dialects', () => {
  it('holds each file of the folder once, under its name', () => {
    assert.deepEqual(dialects.map(({ id }) => id).sort(), files.map(kebabCase).sort());
  });

  it('says for each dialect which program it stands for', () => {
    const titles = dialects.map(({ title }) => title);
    assert.equal(new Set(titles).size, titles.length);
    assert.deepEqual(
      titles.filter((title) => title.length < 4),
      [],
    );
  });
});
