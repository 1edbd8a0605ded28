import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Environment, type Layer } from '../../../src/core/environment/environment';
import { Setting, type Problem } from '../../../src/core/environment/setting';

function setting(name: string, value: string, line?: number): Setting {
  return new Setting(name, value, { kind: 'file', name, file: '/ws/.env', line });
}

function layer(values: Readonly<Record<string, string>>, problem?: Problem): Layer {
  return { settings: Object.entries(values).map(([name, value]) => setting(name, value)), problem };
}

const unreadable: Problem = { file: '/ws/.env.local', message: 'This file cannot be read.' };

describe('Environment', () => {
  it('finds the setting of the strongest layer and what it wins over', () => {
    const environment = new Environment([
      layer({ A: 'shell' }),
      layer({ B: 'x' }),
      layer({ A: 'local' }),
      layer({ A: 'file' }),
    ]);
    const found = environment.find('A');
    assert.equal(found?.setting.value, 'shell');
    assert.deepEqual(
      found.overrides.map(({ value }) => value),
      ['local', 'file'],
    );
    assert.equal(environment.get('B'), 'x');
    assert.equal(environment.find('C'), undefined);
  });

  it('takes the last setting of a name within a layer', () => {
    const environment = new Environment([
      { settings: [setting('A', 'one', 1), setting('A', 'two', 2)] },
    ]);
    assert.equal(environment.find('A')?.setting.origin.line, 2);
    assert.deepEqual(environment.find('A')?.overrides, []);
  });

  it('takes an empty value for a value', () => {
    const environment = new Environment([layer({ A: '' }), layer({ A: 'file' })]);
    assert.equal(environment.get('A'), '');
  });

  it('doubts a setting where a stronger source could not be read', () => {
    const environment = new Environment([layer({}, unreadable), layer({ A: 'file' })]);
    assert.deepEqual(environment.find('A')?.doubts, [unreadable]);
    assert.deepEqual(environment.problems(), [unreadable]);
  });

  it('does not doubt a setting for a weaker source, or for the one that holds it', () => {
    const strong = new Environment([layer({ A: 'shell' }), layer({}, unreadable)]);
    const own = new Environment([layer({ A: 'part' }, unreadable)]);
    assert.deepEqual(strong.find('A')?.doubts, []);
    assert.deepEqual(own.find('A')?.doubts, []);
  });

  it('names each variable once, in the order of the layers', () => {
    const environment = new Environment([layer({ B: '1' }), layer({ A: '2', B: '3' })]);
    assert.deepEqual(environment.names(), ['B', 'A']);
  });

  it('puts a layer on top of another environment and leaves that one alone', () => {
    const environment = new Environment([layer({ A: 'file' })]);
    const extended = environment.with(layer({ A: 'command' }));
    assert.equal(extended.get('A'), 'command');
    assert.equal(environment.get('A'), 'file');
  });
});
