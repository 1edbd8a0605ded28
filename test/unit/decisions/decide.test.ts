import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decide, type Decision } from '../../../src/core/decisions/decide';
import type { Operation } from '../../../src/core/operations/operation';
import type { Stage } from '../../../src/core/stages/stage';

type Made = Pick<Operation, 'kind' | 'reach' | 'takesAll'>;

const insert: Made = { kind: 'insert', reach: 'one' };
const migrate: Made = { kind: 'migrate', reach: 'all' };
const updateSome: Made = { kind: 'update', reach: 'some' };
const updateAll: Made = { kind: 'update', reach: 'all' };
const deleteOne: Made = { kind: 'delete', reach: 'one' };
const dropTable: Made = { kind: 'drop', reach: 'all' };
const dropDatabase: Made = { kind: 'drop', reach: 'all', takesAll: true };

const cases: readonly (readonly [Made, Stage | undefined, Decision])[] = [
  [dropDatabase, 'development', 'allow'],
  [dropDatabase, 'test', 'allow'],
  [dropDatabase, undefined, 'allow'],
  [insert, 'production', 'confirm'],
  [migrate, 'production', 'confirm'],
  [updateSome, 'production', 'confirm'],
  [deleteOne, 'production', 'confirm'],
  [dropTable, 'production', 'confirm'],
  [dropDatabase, 'production', 'block'],
  [insert, 'unknown', 'allow'],
  [migrate, 'unknown', 'allow'],
  [updateSome, 'unknown', 'allow'],
  [updateAll, 'unknown', 'confirm'],
  [deleteOne, 'unknown', 'confirm'],
  [dropDatabase, 'unknown', 'confirm'],
  [updateSome, 'staging', 'allow'],
  [dropTable, 'staging', 'warn'],
];

function decideOn(
  made: readonly (readonly [Made, Stage | undefined])[],
  options: { readonly isDevelopmentMissing?: boolean; readonly isStrict?: boolean } = {},
): Decision {
  return decide({
    operations: made.map(([operation, stage]) => ({
      operation: { ...operation, subject: 'the table games', rule: 'some-rule' },
      stage,
    })),
    isDevelopmentMissing: options.isDevelopmentMissing ?? false,
    policy: options.isStrict ? 'strict' : 'standard',
  });
}

describe('the decision', () => {
  for (const [made, stage, expected] of cases)
    it(`is ${expected} for ${made.kind} of ${made.takesAll ? 'everything' : made.reach} where the stage is ${stage}`, () =>
      assert.equal(decideOn([[made, stage]]), expected));

  it('lets a run through that only reads', () => assert.equal(decideOn([]), 'allow'));

  it('is that of the worst operation', () =>
    assert.equal(
      decideOn([
        [insert, 'production'],
        [dropDatabase, 'production'],
        [dropTable, 'development'],
      ]),
      'block',
    ));

  it('asks where a development variable is missing, whatever is known of the run', () =>
    assert.equal(decideOn([], { isDevelopmentMissing: true }), 'confirm'));

  it('blocks in strict what it asks about otherwise, and nothing else', () => {
    assert.equal(decideOn([[insert, 'production']], { isStrict: true }), 'block');
    assert.equal(decideOn([[dropTable, 'development']], { isStrict: true }), 'allow');
    assert.equal(decideOn([[dropTable, 'staging']], { isStrict: true }), 'warn');
  });
});
