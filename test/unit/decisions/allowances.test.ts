import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Allowances, type Allowance } from '../../../src/core/decisions/allowances';

const question = { keys: ['scores'], command: 'dropdb scores', cwd: '/ws', processId: 42, now: 0 };
const once = { command: 'dropdb scores', cwd: '/ws' };

function allowed(allowance: Partial<Allowance>, asked: Partial<typeof question> = {}): boolean {
  const allowances = new Allowances();
  allowances.add({ keys: ['scores'], until: 10, ...allowance });
  return allowances.take({ ...question, ...asked });
}

describe('an allowance', () => {
  it('holds for what it names', () => assert.ok(allowed({ once })));
  it('does not hold for another command', () =>
    assert.ok(!allowed({ once }, { command: 'dropdb other' })));
  it('does not hold in another folder', () => assert.ok(!allowed({ once }, { cwd: '/other' })));
  it('does not hold for another database', () => assert.ok(!allowed({ once }, { keys: ['x'] })));
  it('does not hold for more than it names', () =>
    assert.ok(!allowed({ once }, { keys: ['scores', 'x'] })));
  it('ends with its time', () => assert.ok(!allowed({ once }, { now: 11 })));
  it('of a terminal holds for whatever that runs', () =>
    assert.ok(allowed({ processId: 42 }, { command: 'psql', cwd: '/' })));
  it('of a terminal does not hold in another', () =>
    assert.ok(!allowed({ processId: 42 }, { processId: 43 })));

  it('that holds once is used up by its command', () => {
    const allowances = new Allowances();
    allowances.add({ keys: ['scores'], once, until: 10 });
    assert.ok(allowances.take(question));
    allowances.endOf(42);
    assert.ok(!allowances.take(question));
  });

  it('that holds once is used up by a task, which no prompt would end', () => {
    const allowances = new Allowances();
    allowances.add({ keys: ['scores'], once, until: 10 });
    const { processId: _, ...task } = question;
    assert.deepEqual([allowances.take(task), allowances.take(task)], [true, false]);
  });

  it('that holds once holds for what its command starts, however long that takes', () => {
    const allowances = new Allowances();
    allowances.add({ keys: ['scores'], once, until: 10 });
    const program = { ...question, command: "dropdb 'scores'", cwd: '/' };
    assert.ok(!allowances.take(program));
    assert.ok(allowances.take(question));
    assert.ok(allowances.take({ ...program, now: 1000 }));
    assert.ok(!allowances.take({ ...program, processId: 43 }));
  });

  it('of a terminal ends with its next prompt', () => {
    const allowances = new Allowances();
    allowances.add({ keys: ['scores'], processId: 42, until: 10 });
    assert.ok(allowances.take(question));
    allowances.endOf(42);
    assert.ok(!allowances.take(question));
  });
});
