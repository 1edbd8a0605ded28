import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Stage } from '../../../src/core/stages/stage';
import { statusText } from '../../../src/project/statusText';
import type { AssessedTarget, Resolution } from '../../../src/project/resolution';

const empty: Resolution = { targets: [], missing: [], problems: [], readBy: ['dotenv'] };

function assessed(host: string, stage: Stage, standby = false): AssessedTarget {
  return {
    target: {
      system: 'postgresql',
      endpoints: [{ kind: 'tcp', host, port: 5432 }],
      database: 'scores',
      origin: { kind: 'file', name: 'DATABASE_URL', file: '/app/.env', line: 3 },
      overrides: [],
      doubts: [],
      standby,
    },
    stage,
    reasons: [{ rule: 'user-label', text: 'You said so.' }],
  };
}

function textOf(...targets: readonly AssessedTarget[]): string | undefined {
  return statusText({ ...empty, targets }, '/app')?.text;
}

describe('the text of the status bar', () => {
  const cases: readonly [stage: Stage, text: string][] = [
    ['production', 'PRODUCTION scores@db.example'],
    ['staging', 'STAGING scores@db.example'],
    ['unknown', 'UNKNOWN scores@db.example'],
    ['development', 'development scores@db.example'],
    ['test', 'test scores@db.example'],
  ];
  for (const [stage, text] of cases)
    it(`says ${stage} in words`, () => assert.equal(textOf(assessed('db.example', stage)), text));

  it('shows the target that needs most care, and how many more there are', () => {
    assert.equal(
      textOf(
        assessed('localhost', 'development'),
        assessed('db.example', 'production'),
        assessed('10.0.0.5', 'unknown'),
        assessed('other.example', 'production', true),
      ),
      'PRODUCTION scores@db.example +2',
    );
  });

  it('says that there is no database where one is only in reach', () => {
    assert.equal(textOf(assessed('db.example', 'production', true)), 'no database');
  });

  it('says nothing of a folder that has nothing to do with databases', () => {
    assert.equal(statusText(empty, '/app'), undefined);
  });

  it('tells a screen reader all of it in a sentence', () => {
    const targets = [assessed('db.example', 'production'), assessed('10.0.0.5', 'unknown')];
    assert.equal(
      statusText({ ...empty, targets }, '/app')?.spoken,
      'PRODUCTION: a run here would reach the PostgreSQL database scores on db.example, decided by DATABASE_URL in .env:3. It would also reach 1 more.',
    );
  });
});
