import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { closestLabel, isLabelled, parseLabels } from '../../../src/core/stages/labels';
import type { Endpoint } from '../../../src/core/targets/target';
import { label, targetOf, tcp } from './facts';

const origin = { kind: 'settings', name: 'safetyCatch.labels' } as const;

const matching: readonly [pattern: string, endpoint: Endpoint, matches: boolean][] = [
  ['db.example.com', tcp('db.example.com'), true],
  ['DB.example.com', tcp('db.EXAMPLE.com.'), true],
  ['db.example.com', tcp('db.example.com.evil.example'), false],
  ['db.example.com', tcp('dbxexample.com'), false],
  ['db.example.com:5432', tcp('db.example.com', 5432), true],
  ['db.example.com:5433', tcp('db.example.com', 5432), false],
  ['db.example.com:*', tcp('db.example.com', 9), true],
  ['*.example.com', tcp('db.example.com'), true],
  ['*.example.com', tcp('example.com'), false],
  ['*', tcp('anything'), true],
  ['db*db', tcp('db'), false],
  ['db*db', tcp('dbdb'), true],
  ['*prod*eu*', tcp('a-prod-b-eu-c'), true],
  ['*eu*prod*', tcp('a-prod-b-eu-c'), false],
  ['*a'.repeat(60), tcp('a'.repeat(59)), false],
  ['db.example.com/app', tcp('db.example.com'), true],
  ['db.example.com/app*', tcp('db.example.com'), true],
  ['db.example.com/other', tcp('db.example.com'), false],
  ['postgresql://db.example.com', tcp('db.example.com'), true],
  ['mysql://db.example.com', tcp('db.example.com'), false],
  ['[::1]:5432', tcp('::1'), true],
  ['[::1]', tcp('::2'), false],
  ['cluster0.ab1cd.mongodb.net', { kind: 'srv', host: 'cluster0.ab1cd.mongodb.net' }, true],
  ['/var/run/postgresql', { kind: 'socket', path: '/var/run/postgresql' }, true],
  ['sqlite:///app/*.db', { kind: 'file', path: '/app/x.db' }, false],
  ['/app/*.db', { kind: 'file', path: '/app/x.db' }, true],
];

describe('labels', () => {
  for (const [pattern, endpoint, matches] of matching)
    it(`${pattern} ${matches ? 'is' : 'is not'} about ${JSON.stringify(endpoint)}`, () => {
      const target = targetOf('', { endpoints: [endpoint], database: 'app' });
      assert.equal(isLabelled(label(pattern, 'production'), target), matches);
    });

  it('is not about a target without a database where it names one', () => {
    assert.equal(isLabelled(label('db/app', 'production'), targetOf('db')), false);
  });

  it('prefers what says most of a target', () => {
    const labels = [
      label('*', 'production'),
      label('*.example.com', 'staging'),
      label('db.example.com/app', 'development'),
    ];
    const target = targetOf('db.example.com', { database: 'app' });
    assert.equal(closestLabel(labels, target)?.stage, 'development');
  });

  it('takes the one that asks for more care of two that say as much', () => {
    const labels = [
      label('db*.example.com', 'development'),
      label('*db.example.com', 'production'),
    ];
    assert.equal(closestLabel(labels, targetOf('db.example.com'))?.stage, 'production');
  });

  it('reads a scope of settings', () => {
    const { labels, problems } = parseLabels({ 'db.example.com': 'production' }, 'folder', origin);
    assert.deepEqual(labels, [
      { pattern: 'db.example.com', stage: 'production', source: 'folder', origin },
    ]);
    assert.deepEqual(problems, []);
  });

  for (const [pattern, stage] of [
    ['', 'production'],
    ['db.example.com:port', 'production'],
    ['db example', 'production'],
    ['db.example.com', 'green'],
    ['db.example.com', 7],
    ['postgres://app:hunter2@db.example.com', 'production'],
  ] as const)
    it(`reports ${JSON.stringify({ [pattern]: stage })} instead of ignoring it`, () => {
      const { labels, problems } = parseLabels({ [pattern]: stage }, 'user', origin);
      assert.equal(labels.length, 0);
      assert.equal(problems[0]?.pattern, pattern);
      assert.ok(!problems[0]!.message.includes('hunter2'));
    });
});
