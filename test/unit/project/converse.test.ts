import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { converse, type Outcome } from '../../../src/project/gate/converse';
import type { StopNotice } from '../../../src/project/gate/stopNotice';

const fix = {
  command: 'FLASK_ENV=development python create_db.py',
  environment: { FLASK_ENV: 'development' },
  assignments: ['FLASK_ENV=development'],
};

const notice: StopNotice = {
  decision: 'confirm',
  stage: 'production',
  title: 'this runs against PRODUCTION',
  facts: [{ label: 'command', sentence: ['python create_db.py'] }],
  fix,
  name: 'scores',
};

/** Holds the dialogue with a person who gives these replies, and then none. */
async function talk(
  replies: readonly string[],
  changes: Partial<StopNotice> = {},
): Promise<{ readonly outcome: Outcome; readonly shown: string; readonly asked: number }> {
  const shown: string[] = [];
  let asked = 0;
  const outcome = await converse(
    {
      show: (text) => shown.push(text),
      ask(prompt) {
        shown.push(prompt);
        return Promise.resolve(replies[asked++]);
      },
    },
    { ...notice, ...changes },
    '/ws',
  );
  return { outcome, shown: shown.join(''), asked };
}

const cases: readonly (readonly [
  what: string,
  replies: readonly string[],
  changes: Partial<StopNotice>,
  expected: Outcome,
])[] = [
  ['only Enter', [''], {}, 'refuse'],
  ['Ctrl+C', [], {}, 'refuse'],
  ['the name', ['scores'], {}, 'run'],
  ['the name with a blank behind it', ['scores '], {}, 'run'],
  ['the name in other letters', ['Scores', ''], {}, 'refuse'],
  ['y', ['y', 'yes', 'y'], {}, 'refuse'],
  ['the name at the second try', ['score', 'scores'], {}, 'run'],
  ['r', ['r'], {}, 'fix'],
  ['R', ['R'], {}, 'fix'],
  ['r where nothing makes it safe', ['r', ''], { fix: undefined }, 'refuse'],
  ['the name of what is blocked', ['scores', ''], { decision: 'block' }, 'refuse'],
  ['r for what is blocked', ['r'], { decision: 'block' }, 'fix'],
  ['r where that is the name of the database', ['r'], { name: 'r', fix: undefined }, 'run'],
];

describe('the question in the terminal', () => {
  for (const [what, replies, changes, expected] of cases)
    it(`means “${expected}” by ${what}`, async () =>
      assert.equal((await talk(replies, changes)).outcome, expected));

  it('tells the facts first, then the choices', async () => {
    const { shown } = await talk(['']);
    assert.equal(
      shown,
      '\x1b[1;31m■ Safety Catch: this runs against PRODUCTION\x1b[0m\n' +
        '  python create_db.py\n' +
        '  [r] run with FLASK_ENV=development   [Enter] cancel   or type scores to run it on production\n' +
        '  > ',
    );
  });

  it('gives up after three replies that are no choice', async () =>
    assert.equal((await talk(['a', 'b', 'c', 'd'])).asked, 3));

  it('only warns where that is enough', async () => {
    const { outcome, asked } = await talk([], { decision: 'warn', stage: 'staging' });
    assert.deepEqual([outcome, asked], ['run', 0]);
  });

  it('shows no control characters of a reply', async () => {
    const { shown } = await talk(['\x1b[2Jx', '']);
    assert.ok(!shown.includes('\x1b[2J'));
  });

  it('says how a blocked command can be let through', async () =>
    assert.match((await talk([''], { decision: 'block' })).shown, /Allow Once…/));
});
