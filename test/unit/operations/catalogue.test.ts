import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { interestingWords } from '../../../src/core/operations/interestingWords';
import { tools } from '../../../src/core/operations/tools';
import { effectsOf } from './tools/effects';

const rules = [...new Set(tools.flatMap((tool) => tool.rules))];

/** Each way in which a rule can be fulfilled, as a line: every choice of every word and option. */
function linesOf(program: string, pattern: string): readonly string[] {
  const tokens = pattern
    .replaceAll(/ !(?!-)\S+/g, ' x')
    .split(' ')
    .filter((token) => !/^(?:!|\[|\.\.\.)/.test(token));
  const choices = tokens.map((token) => {
    const [, dashes = '', names = '', values = ''] = /^(-*)([^=]*)(=.*)?$/.exec(token) ?? [];
    const [value] = values.split('|');
    return names.split('|').map((name) => `${dashes}${name.replace(/^-+/, '')}${value}`);
  });
  const longest = Math.max(1, ...choices.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) =>
    choices
      .map((choice) => choice[at % choice.length] ?? '')
      .map((text) => text.replaceAll('*', 'x')),
  ).flatMap((words) =>
    [words, words.toSorted(optionsFirst)].map((all) => [program, ...all].join(' ')),
  );
}

/** Some programs take options only in front. */
function optionsFirst(a: string, b: string): number {
  return Number(b.startsWith('-')) - Number(a.startsWith('-'));
}

describe('the catalogue', () => {
  it('names each of its rules once, in kebab-case', () => {
    const ids = rules.map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id, at) => ids.indexOf(id) !== at || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)),
      [],
    );
  });

  it('has an interesting word in every line that a rule fits', () => {
    const words = interestingWords(tools);
    for (const { names, rules: own } of tools)
      for (const name of names)
        for (const line of own.flatMap(({ match }) =>
          [match].flat().flatMap((way) => linesOf(name, way)),
        ))
          assert.ok(
            (words.get(name) ?? []).some((word) => line.slice(name.length).includes(word)),
            `${line} has none of ${words.get(name)?.join(' ')}`,
          );
  });

  it('fits a line that is made of the words of each rule', () => {
    const silent = tools.flatMap(({ names: [name = ''], rules: own }) =>
      own
        .filter(({ match }) =>
          [match]
            .flat()
            .flatMap((way) => linesOf(name, way))
            .every((line) => effectsOf(line).length === 0),
        )
        .map(({ id }) => id),
    );
    assert.deepEqual(silent, []);
  });
});
