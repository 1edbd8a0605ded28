import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readCommand } from '../../../src/core/operations/command';
import { matchPattern, parsePattern } from '../../../src/core/operations/commandPattern';
import type { OptionShape } from '../../../src/core/targets/tools/toolOptions';
import { noContext } from '../../conformance/noContext';

const shape: OptionShape = { valued: ['f', 'file'], aliases: {}, bundles: true };

/** `undefined` where the pattern does not fit, else the words behind it. */
const cases: readonly (readonly [
  pattern: string,
  line: string,
  rest: readonly string[] | undefined,
])[] = [
  ['volume rm', 'volume rm a b', ['a', 'b']],
  ['volume rm', '-f x volume rm a', ['a']],
  ['volume rm', 'volume ls', undefined],
  ['volume rm', 'rm volume', undefined],
  ['volume rm|remove', 'volume remove a', ['a']],
  ['[beta|alpha] sql', 'beta sql x', ['x']],
  ['[beta|alpha] sql', 'sql x', ['x']],
  ['delete-*', 'delete-table x', ['x']],
  ['delete-*', 'undelete-table x', undefined],
  ['volume !rm|prune', 'volume ls x', ['x']],
  ['volume !rm|prune', 'volume prune', undefined],
  ['volume !rm|prune', 'volume', undefined],
  ['*', 'scores', []],
  ['*', '', undefined],
  ['down -v|--volumes', 'down -v', []],
  ['down -v|--volumes', 'down --volumes', []],
  ['down -v|--volumes', 'down -tv', []],
  ['down -v|--volumes', 'down', undefined],
  ['down !--dry-run', 'down --dry-run', undefined],
  ['down !--dry-run', 'down', []],
  ['down --file=prod*', 'down --file=prod.yml', []],
  ['down --file=prod*', 'down --file dev.yml', undefined],
  ['down --file=dev*|test*', 'down --file test.yml', []],
  ['down', 'DOWN', undefined],
  ['a.b', 'aXb', undefined],
  ['... *.db|data', 'one two.db three', ['three']],
  ['... *.db|data', 'data', []],
  ['... *.db|data', 'one', undefined],
  ['http*://*:9200/*', 'https://a.example.com:9200/games', []],
  ['http*://*:9200/*', 'https://a.example.com/:9200', undefined],
  ['a*a', 'a', undefined],
];

describe('a pattern of a command', () => {
  for (const [pattern, line, rest] of cases)
    it(`“${pattern}” ${rest ? 'fits' : 'does not fit'} “${line}”`, () => {
      const command = readCommand('tool', line.split(' ').filter(Boolean), shape, noContext);
      assert.deepEqual(matchPattern(parsePattern(pattern), command), rest);
    });

  it('takes the word behind a long option for its value where no shape is known', () => {
    const args = ['ec2', 'stop-instances', '--instance-ids', 'i-1', '--force'];
    const command = readCommand('aws', args, undefined, noContext);
    assert.deepEqual(command.words, ['ec2', 'stop-instances']);
    assert.deepEqual(matchPattern(parsePattern('ec2 stop-instances --force'), command), []);
  });
});
