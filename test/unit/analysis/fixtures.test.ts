import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CodeAnalyser } from '../../../src/project/analysis/codeAnalyser';
import { diskFiles } from '../../../src/project/diskFiles';
import { testTrees } from '../syntax/testTrees';
import { codeFixtures, markOf, readMarks } from './codeFixtures';

describe('the analyser', () => {
  for (const { name, root, files } of codeFixtures())
    it(`marks what is marked, and nothing else, in ${name}`, async () => {
      const analyser = new CodeAnalyser(diskFiles, testTrees, root);
      for (const file of files) {
        const findings = await analyser.analyse(file);
        assert.deepEqual(findings.map(markOf), readMarks(file));
      }
    });
});
