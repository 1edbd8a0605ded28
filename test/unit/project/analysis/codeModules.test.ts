import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CodeModules } from '../../../../src/project/analysis/codeModules';
import type { CodeModule } from '../../../../src/syntax/analysis/codeModule';

const moduleOf = (file: string): CodeModule => ({
  file,
  names: new Map(),
  stars: [],
  imports: new Set(),
  calls: [],
});

describe('the modules that are kept', () => {
  it('are those of the text that was read', () => {
    const modules = new CodeModules();
    modules.keep('a.py', 'x = 1', moduleOf('a.py'));
    assert.equal(modules.find('a.py', 'x = 1')?.file, 'a.py');
    assert.equal(modules.find('a.py', 'x = 2'), undefined);
  });

  it('are those that were used last', () => {
    const modules = new CodeModules(2);
    for (const file of ['a.py', 'b.py']) modules.keep(file, '', moduleOf(file));
    modules.find('a.py', '');
    modules.keep('c.py', '', moduleOf('c.py'));
    const kept = ['a.py', 'b.py', 'c.py'].filter((file) => modules.find(file, ''));
    assert.deepEqual(kept, ['a.py', 'c.py']);
  });
});
