import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CodeFinding } from '../../../src/core/findings/codeFinding';
import { severityOf, type Severity } from '../../../src/core/findings/severity';
import type { Stage } from '../../../src/core/stages/stage';

type Asked = Pick<CodeFinding, 'reach' | 'confidence' | 'owner'>;

const everything: Asked = { reach: 'all', confidence: 'certain' };

const cases: readonly (readonly [why: string, finding: Asked, stage: Stage, severity: Severity])[] =
  [
    ['on production', everything, 'production', 'error'],
    ['where it is not known what it is', everything, 'unknown', 'warning'],
    ['on staging', everything, 'staging', 'warning'],
    ['in development', everything, 'development', 'information'],
    ['for one record', { ...everything, reach: 'one' }, 'production', 'information'],
    ['for some records', { ...everything, reach: 'some' }, 'production', 'error'],
    ['for a name alone', { ...everything, confidence: 'possible' }, 'production', 'information'],
    ['for a way back', { ...everything, owner: 'downgrade' }, 'production', 'information'],
    ['for that of a class', { ...everything, owner: 'Init1.down' }, 'production', 'information'],
    ['for another function', { ...everything, owner: 'shutdown' }, 'production', 'error'],
  ];

describe('the severity of a finding', () => {
  for (const [why, finding, stage, severity] of cases)
    it(`is ${severity} ${why}`, () => {
      assert.equal(severityOf(finding, stage), severity);
    });
});
