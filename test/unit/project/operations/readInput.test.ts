import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readInput } from '../../../../src/project/operations/readInput';
import { readRuns } from '../../../../src/project/runs/readRuns';
import { testTrees } from '../../syntax/testTrees';
import { memoryFiles } from '../memoryFiles';

const files = memoryFiles({
  '/ws/dump.sql': 'drop table games;\n',
  '/ws/more.sql': 'select 1;\n',
  '/ws/locked.sql': { unreadable: 'may not be read by this user' },
});

const dump = { text: 'drop table games;\n', file: '/ws/dump.sql' };
const more = { text: 'select 1;\n', file: '/ws/more.sql' };

const cases: readonly (readonly [line: string, expected: unknown])[] = [
  ['psql', []],
  ['psql < dump.sql', [dump]],
  ['psql scores <dump.sql >log 2>&1', [dump]],
  ['cat dump.sql more.sql | psql', [dump, more]],
  ['cat < dump.sql | psql', [dump]],
  ["psql <<< 'drop table x'", [{ text: 'drop table x' }]],
  ['psql <<EOF\ndrop table x\nEOF', [{ text: 'drop table x\n' }]],
  ["echo 'drop table x' | psql", [{ text: 'drop table x' }]],
  ["echo -n 'drop table x' | psql", [{ text: 'drop table x' }]],
  ['echo $SQL | psql', 'unseen'],
  ['zcat dump.sql.gz | psql', 'unseen'],
  ['pg_dump other | psql', 'unseen'],
  ['psql < locked.sql', 'unseen'],
  ['psql < missing.sql', []],
  ['ls && psql', []],
];

describe('what a program reads on its input', () => {
  for (const [line, expected] of cases)
    it(`is known of “${line.replaceAll('\n', '⏎')}”`, async () => {
      const request = { files, trees: testTrees, cwd: '/ws', root: '/ws', home: '/home/me' };
      const runs = await readRuns({ ...request, command: line, settings: [] });
      const psql = runs.find(({ words }) => words[0]?.text === 'psql');
      assert.ok(psql);
      assert.deepEqual(await readInput(files, '/ws', psql), expected);
    });
});
