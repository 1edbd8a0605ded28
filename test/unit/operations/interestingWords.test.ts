import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { interestingWords } from '../../../src/core/operations/interestingWords';
import type { CommandRule, Tool } from '../../../src/core/operations/tool';

function ruleFor(match: CommandRule['match']): CommandRule {
  return { id: 'rule', match, kind: 'drop', subject: 'it' };
}

function wordsOf(tool: Omit<Tool, 'names'>, ...others: readonly Tool[]): readonly string[] {
  return interestingWords([{ names: ['tool'], ...tool }, ...others]).get('tool') ?? [];
}

const cases: readonly (readonly [match: string, words: readonly string[], why: string])[] = [
  ['volume delete', ['delete'], 'of words that are all needed, the last says what is done'],
  ['volume prune|rm', ['prune', 'rm'], 'any choice may be there'],
  ['volume *', ['volume'], 'whatever stands for any word says nothing'],
  ['[beta] delete-*', ['delete-'], 'what is optional says nothing, and a beginning is enough'],
  ['down --volumes', ['volumes'], 'an option that must be given counts like a word'],
  ['down -v|--volumes', ['down'], 'a letter may stand in a bundle'],
  ['rm !--preview', ['rm'], 'an option that must not be given says nothing'],
  ['*', [''], 'any command may match'],
];

describe('the words that a command must have to be interesting', () => {
  for (const [match, words, why] of cases)
    it(`are “${words.join(' ')}” for “${match}”: ${why}`, () =>
      assert.deepEqual(wordsOf({ rules: [ruleFor(match)] }), words));

  it('leave out those that hold another one', () =>
    assert.deepEqual(wordsOf({ rules: [ruleFor(['delete-table', 'delete'])] }), ['delete']));

  it('are those of a program that commands are handed to', () => {
    const other: Tool = { names: ['other'], rules: [ruleFor('down')] };
    const tool = { rules: [ruleFor('prune')], delegates: ['other'], delegate: () => undefined };
    assert.deepEqual(wordsOf(tool, other), ['prune', 'down']);
  });

  it('are any where statements must be read', () =>
    assert.deepEqual(wordsOf({ rules: [], payloads: () => [] }), ['']));
});
