import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { assessPlace, type Machine } from '../../../src/core/operations/assessPlace';
import type { ResourcePlace } from '../../../src/core/operations/resourcePlace';
import type { Stage } from '../../../src/core/stages/stage';

const laptop: Machine = { name: 'mias-laptop', isRemote: false };
const drop = { kind: 'drop', reach: 'all' } as const;
const change = { kind: 'update', reach: 'some' } as const;

const cases: readonly (readonly [
  kind: ResourcePlace['kind'],
  names: readonly string[],
  stage: Stage,
])[] = [
  ['cloud', [], 'production'],
  ['cloud', ['default', 'scores'], 'production'],
  ['cloud', ['default', 'scores-dev'], 'development'],
  ['cloud', ['staging', 'scores'], 'staging'],
  ['cloud', ['dev', 'scores-prod'], 'production'],
  ['cloud', ['test', 'staging'], 'staging'],
  ['machine', ['scores_production_data'], 'development'],
  ['local', ['production'], 'development'],
];

const machines: readonly (readonly [machine: Machine, stage: Stage])[] = [
  [laptop, 'development'],
  [{ name: 'db-prod-1', isRemote: false }, 'production'],
  [{ name: 'db-prod-1', isRemote: true }, 'production'],
  [{ name: 'staging', isRemote: true }, 'staging'],
  [{ name: 'ip-10-0-0-7', isRemote: true }, 'unknown'],
];

function placeOf(kind: ResourcePlace['kind'], names: readonly string[]): ResourcePlace {
  return { provider: 'AWS', kind, names: names.map((name) => ({ what: 'the name', name })) };
}

describe('the stage of a resource', () => {
  for (const [kind, names, stage] of cases)
    it(`is ${stage} where the kind is ${kind} and the names are ${names.join(', ') || 'none'}`, () =>
      assert.equal(assessPlace(placeOf(kind, names), drop, laptop).stage, stage));

  for (const [machine, stage] of machines)
    it(`is ${stage} on ${machine.isRemote ? 'a remote' : 'this'} machine ${machine.name}`, () =>
      assert.equal(assessPlace(placeOf('machine', []), drop, machine).stage, stage));

  it('is unknown in a cloud of which no name tells, for what takes nothing away', () =>
    assert.equal(assessPlace(placeOf('cloud', ['scores']), change, laptop).stage, 'unknown'));

  it('is told with every name that says it', () => {
    const place = placeOf('cloud', ['dev', 'scores-prod', 'live']);
    assert.deepEqual(
      assessPlace(place, drop, laptop).reasons.map(({ text }) => text),
      ['The name scores-prod says “prod”.', 'The name live says “live”.'],
    );
  });
});
