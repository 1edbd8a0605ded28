import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { agentRefusal } from '../../../src/project/gate/agentRefusal';

const command = 'PGPASSWORD=hunter2 python create_db.py';
const fix = { command: `FLASK_ENV=development ${command}`, assignments: [], environment: {} };

describe('what an agent reads of a refusal', () => {
  it('says what a person would have to type, and where', () => {
    const text = agentRefusal({ decision: 'confirm', fix: undefined, name: 'scores' });
    assert.match(text, /^Refused by Safety Catch\. Do not look for another way/);
    assert.match(text, /Only a person can let it run: by typing scores, in the dialog/);
    assert.doesNotMatch(text, /Safe instead/);
  });

  it('says how a person lets through what is blocked, as no typing alone does', () => {
    const text = agentRefusal({ decision: 'block', fix: undefined, name: 'scores' });
    assert.match(text, /Only a person can let it run: by “Safety Catch: Allow Once…”/);
    assert.match(text, /typing scores/);
    assert.doesNotMatch(text, /dialog/);
  });

  it('tells the safe form, without a password', () => {
    const text = agentRefusal({ decision: 'confirm', fix, name: 'scores' });
    assert.match(text, /\nSafe instead: FLASK_ENV=development /);
    assert.doesNotMatch(text, /hunter2/);
  });
});
