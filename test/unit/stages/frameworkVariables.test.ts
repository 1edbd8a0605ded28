import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isWatched } from '../../../src/core/environment/watchedVariables';
import { frameworks, type Framework } from '../../../src/core/stages/frameworks';
import {
  developmentValues,
  holds,
  sectionOf,
  selectorVariables,
  type InstalledPackages,
} from '../../../src/core/stages/frameworkVariables';
import { findEnvironmentWord } from '../../../src/core/stages/words';

const all: readonly Framework[] = Object.values(frameworks);

const installed = (versions: Readonly<Record<string, string>>): InstalledPackages => ({
  find: (_, name) => {
    const version = versions[name];
    return version === undefined ? undefined : { version };
  },
});

describe('the variables of frameworks', () => {
  it('are in rows of different names, and terminals report each of them', () => {
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    for (const name of all.flatMap(({ variables }) => variables)) assert.ok(isWatched(name), name);
  });

  it('mean development by words that mean nothing else', () => {
    for (const value of all.flatMap(({ development }) => development))
      assert.equal(findEnvironmentWord(value)?.stage, 'development', value);
  });

  const versions: readonly (readonly [version: string, isKnown: boolean])[] = [
    ['0.12.5', false],
    ['1.0', true],
    ['2.2.5', true],
    ['>=2.0,<2.3', true],
    ['2.3.0', false],
    ['3.1', false],
  ];
  for (const [version, isKnown] of versions)
    it(`${isKnown ? 'have' : 'lose'} their meaning in Flask ${version}`, () => {
      const packages = installed({ flask: version });
      assert.equal(holds(frameworks.flask, packages), isKnown);
      assert.equal(selectorVariables(packages).includes('FLASK_ENV'), isKnown);
    });

  it('keep their meaning where no manifest tells the version', () => {
    assert.equal(holds(frameworks.flask, undefined), undefined);
    assert.ok(selectorVariables().includes('FLASK_ENV'));
    assert.ok(selectorVariables(installed({})).includes('FLASK_ENV'));
  });

  it('keep their meaning where the code of the project reads them', () => {
    const packages = installed({ flask: '3.1' });
    assert.ok(selectorVariables(packages, new Set(['FLASK_ENV'])).includes('FLASK_ENV'));
  });

  it('keep their meaning for one framework where another has given it up', () => {
    const packages = installed({ 'symfony/framework-bundle': '3.4', 'laravel/framework': '11' });
    assert.ok(selectorVariables(packages).includes('APP_ENV'));
    assert.ok(
      !selectorVariables(installed({ 'symfony/framework-bundle': '3.4' })).includes('APP_ENV'),
    );
  });

  it('have the values of the framework that the project uses', () => {
    assert.deepEqual(developmentValues('APP_ENV', installed({ 'symfony/framework-bundle': '7' })), [
      'dev',
    ]);
    assert.deepEqual(developmentValues('APP_ENV'), ['local', 'development', 'dev']);
    assert.deepEqual(developmentValues('SOMETHING_ELSE'), []);
  });

  it('pick the section of the first that is set and not empty', () => {
    const given: Readonly<Record<string, string>> = { RAILS_ENV: '', RACK_ENV: 'production' };
    assert.equal(
      sectionOf(frameworks.rails, (name) => given[name]),
      'production',
    );
    assert.equal(
      sectionOf(frameworks.rails, () => undefined),
      'development',
    );
  });
});
