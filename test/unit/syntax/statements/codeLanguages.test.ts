import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { codeLanguages } from '../../../../src/syntax/statements/codeLanguages';
import {
  lastNames,
  matchCallPattern,
  parseCallPattern,
} from '../../../../src/syntax/statements/callPattern';
import type { Step } from '../../../../src/syntax/statements/expression';
import { testTrees } from '../testTrees';

const rules = [...new Set(codeLanguages.flatMap((language) => language.rules))];

/** `db.users.drop()` as steps. */
function stepsOf(text: string): readonly Step[] {
  return text.split('.').map((word) => {
    const name = word.replace(/\(\)$/, '');
    return name === word ? { name, line: 1 } : { name, args: [], line: 1 };
  });
}

const patterns: readonly (readonly [
  pattern: string,
  chain: string,
  captures: string | undefined,
])[] = [
  ['db.drop()', 'db.drop()', ''],
  ['db.drop()', 'db.drop', undefined],
  ['db.drop()', 'my.db.drop()', undefined],
  ['db.drop', 'db.drop()', ''],
  ['**.drop()', 'drop()', ''],
  ['*.**.drop()', 'drop()', undefined],
  ['*.**.drop()', 'a.b.drop()', ''],
  ['a|b.drop|wipe()', 'b.wipe()', ''],
  ['find*.drop()', 'findAll().drop()', ''],
  ['{Model}.drop()', 'User.drop()', 'Model=User'],
  ['{Model}.drop()', 'user.drop()', undefined],
  ['**.{Model}.drop()', 'Admin.User.drop()', 'Model=User'],
  ['{table:from|into}().drop()', 'from().drop()', 'table=from'],
  ['{table:from|into}().drop()', 'onto().drop()', undefined],
];

describe('a pattern of calls', () => {
  for (const [pattern, chain, expected] of patterns)
    it(`“${pattern}” ${expected === undefined ? 'does not fit' : 'fits'} “${chain}”`, () => {
      const captures = matchCallPattern(parseCallPattern(pattern), stepsOf(chain));
      const shown = captures && [...captures].map(([name, step]) => `${name}=${step.name}`);
      assert.equal(shown?.join(' '), expected);
    });
});

describe('the languages of statements', () => {
  it('have an id in kebab-case for every rule that stands alone', () => {
    const ids = rules.flatMap((rule) => ('id' in rule ? [rule.id] : []));
    assert.deepEqual(
      ids.filter((id, at) => !/^[a-z]+(-[a-z]+)+$/.test(id) || ids.indexOf(id) !== at),
      [],
    );
  });

  it('name the call that a rule is about', () =>
    assert.deepEqual(
      rules.filter(({ match }) =>
        [match]
          .flat()
          .flatMap(lastNames)
          .some((name) => !/^[$\w!]+$/.test(name)),
      ),
      [],
    ));

  for (const { payload, grammar } of codeLanguages)
    it(`know the nodes of ${payload} by the names that its grammar has for them`, async () => {
      const tree = await testTrees.parse(grammar.language, '');
      const known = tree.language.types;
      tree.delete();
      assert.deepEqual(
        Object.keys(grammar.nodes).filter((type) => !known.includes(type)),
        [],
      );
    });
});
