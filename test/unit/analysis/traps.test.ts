import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, it } from 'mocha';
import { CodeAnalyser } from '../../../src/project/analysis/codeAnalyser';
import { diskFiles } from '../../../src/project/diskFiles';
import { testTrees } from '../syntax/testTrees';

const root = resolve('test/fixtures/code/typescript/prisma');

describe('traps', () => {
  it('tell that a condition may be undefined, and what that would reach', async () => {
    const analyser = new CodeAnalyser(diskFiles, testTrees, root);
    const findings = await analyser.analyse(`${root}/undefined-where.ts`);
    const unsure = findings.filter(({ trap }) => trap?.includes('undefined at run time'));
    assert.deepEqual(
      unsure.map(({ range: { line } }) => line),
      [10, 12, 14, 16],
    );
  });
});
