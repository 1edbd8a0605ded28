import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { runSuite } from '../conformance/run';
import { shortfalls } from '../conformance/shortfalls';
import { suites } from '../conformance/suites';
import { skipOptional } from '../skip';

const folder = process.env['SAFETY_CATCH_CONFORMANCE'] ?? join('..', 'shared', 'conformance');

describe('conformance', () => {
  for (const suite of suites)
    it(`follows the cases of ${suite.file}`, async function () {
      if (!existsSync(folder))
        skipOptional(this, 'no folder of outside cases: SAFETY_CATCH_CONFORMANCE names one');
      assert.deepEqual(shortfalls(suite, await runSuite(folder, suite)), []);
    }).timeout(180_000);
});
