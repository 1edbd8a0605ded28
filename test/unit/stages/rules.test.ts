import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'mocha';
import { decidingRules, raisingRules } from '../../../src/core/stages/rules';

const rules = [...decidingRules, ...raisingRules];

describe('stage rules', () => {
  it('have ids that are unique and the kebab-case of their file names', () => {
    const fromFiles = readdirSync('src/core/stages/rules')
      .filter((file) => file !== 'index.ts')
      .map((file) =>
        file.replace(/\.ts$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      );
    assert.deepEqual(rules.map(({ id }) => id).toSorted(), fromFiles.toSorted());
  });

  it('are asked in this order', () => {
    assert.deepEqual(
      decidingRules.map(({ id }) => id),
      [
        'user-label',
        'unresolved-place',
        'local-production-name',
        'unidentified-listener',
        'local-test-name',
        'this-machine',
        'environment-name',
        'setting-name',
        'environment-selector',
        'tunnel-end',
        'managed-provider',
        'container-network',
        'private-network',
        'remote-host',
      ],
    );
  });
});
