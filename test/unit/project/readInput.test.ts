import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readInput } from '../../../src/project/runs/readInput';
import { readRuns } from '../../../src/project/runs/readRuns';
import { testTrees } from '../syntax/testTrees';
import { memoryFiles } from './memoryFiles';

const files = memoryFiles({
  '/ws/dump.sql': 'drop table games;\n',
  '/ws/more.sql': 'select 1;\n',
  '/ws/sub/part.sql': 'select 2;\n',
  '/ws/locked.sql': { unreadable: 'may not be read by this user' },
});

const dump = { text: 'drop table games;\n', file: '/ws/dump.sql' };
const part = { text: 'select 2;\n', file: '/ws/sub/part.sql' };
const more = { text: 'select 1;\n', file: '/ws/more.sql' };

const cases: readonly (readonly [line: string, expected: unknown])[] = [
  ['psql', []],
  ['psql < dump.sql', [dump]],
  ['psql scores <dump.sql >log 2>&1', [dump]],
  ['cat dump.sql more.sql | psql', [dump, more]],
  ['cat < dump.sql | psql', [dump]],
  ["psql <<< 'drop table x'", [{ text: 'drop table x' }]],
  ['psql <<EOF\ndrop table x\nEOF', [{ text: 'drop table x\n' }]],
  ['psql <<EOF\n\\c other\ndrop table x\nEOF', [{ text: '\\c other\ndrop table x\n' }]],
  ["psql <<-'EOF' | cat\n\t\\x\nEOF", [{ text: '\t\\x\n' }]],
  ["echo 'drop table x' | psql", [{ text: 'drop table x' }]],
  ["echo -n 'drop table x' | psql", [{ text: 'drop table x' }]],
  ["echo -e 'drop\\ttable x;\\n' | psql", [{ text: 'drop\ttable x;\n' }]],
  ["printf 'drop table %s;\\n' a b | psql", [{ text: 'drop table a;\ndrop table b;\n' }]],
  ["printf -- 'select 100%%' | psql", [{ text: 'select 100%' }]],
  ['printf x | psql', [{ text: 'x' }]],
  ["echo 'drop table x' | tee log | cat - | psql", [{ text: 'drop table x' }]],
  ["bash -c 'psql' < dump.sql", [dump]],
  ["echo 'drop table x' | ssh db-1.example.com psql scores", [{ text: 'drop table x' }]],
  ["bash -c 'cat more.sql | psql' < dump.sql", [more]],
  ['(cd sub; cat part.sql; echo commit) | psql', [part, { text: 'commit' }]],
  ['(echo begin; pg_dump other) | psql', 'unseen'],
  ['psql < /dev/null', []],
  ['cat | psql', 'unseen'],
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
