import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isRaising, labelPatternsOf, withLabels } from '../../../src/core/stages/labelPattern';
import type { Stage } from '../../../src/core/stages/stage';
import type { Endpoint, Target } from '../../../src/core/targets/target';

function patternsOf(endpoints: readonly Endpoint[], database?: string): string[] {
  const target: Target = {
    system: 'postgresql',
    endpoints,
    database,
    origin: { kind: 'shell', name: 'DATABASE_URL' },
    overrides: [],
    doubts: [],
    standby: false,
  };
  return labelPatternsOf(target);
}

const tcp = (host: string, port: number): Endpoint => ({ kind: 'tcp', host, port });

describe('the pattern of a label', () => {
  const cases: readonly [
    endpoints: Endpoint[],
    database: string | undefined,
    expected: string[],
  ][] = [
    [[tcp('db.example', 5432)], 'scores', ['db.example:5432/scores']],
    [[tcp('db.example', 5432)], undefined, ['db.example:5432']],
    [[tcp('::1', 5432)], 'scores', ['[::1]:5432/scores']],
    [[{ kind: 'srv', host: 'c0.example' }], 'scores', ['c0.example/scores']],
    [[{ kind: 'file', path: '/srv/app/scores.db' }], undefined, ['/srv/app/scores.db']],
    [
      [tcp('a.example', 1), tcp('b.example', 2)],
      'scores',
      ['a.example:1/scores', 'b.example:2/scores'],
    ],
    [[], 'scores', []],
    [[{ kind: 'memory' }], undefined, []],
  ];
  for (const [endpoints, database, expected] of cases)
    it(`is ${expected.join(' and ') || 'none'} for ${JSON.stringify(endpoints)}`, () =>
      assert.deepEqual(patternsOf(endpoints, database), expected));
});

describe('a label', () => {
  const cases: readonly [stage: Stage, current: Stage, raises: boolean][] = [
    ['production', 'unknown', true],
    ['staging', 'development', true],
    ['production', 'production', false],
    ['development', 'production', false],
    ['staging', 'unknown', false],
  ];
  for (const [stage, current, raises] of cases)
    it(`${raises ? 'raises' : 'does not raise'} ${current} to ${stage}`, () =>
      assert.equal(isRaising(stage, current), raises));

  it('joins the labels that are there', () => {
    assert.deepEqual(withLabels({ a: 'test', b: 'staging' }, ['b', 'c'], 'production'), {
      a: 'test',
      b: 'production',
      c: 'production',
    });
  });

  it('leaves nothing behind when the last one is taken away', () => {
    assert.deepEqual(withLabels({ a: 'test', b: 'staging' }, ['b'], undefined), { a: 'test' });
    assert.equal(withLabels({ b: 'staging' }, ['b'], undefined), undefined);
  });
});
