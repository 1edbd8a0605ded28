import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { diskFiles } from '../../../src/project/diskFiles';
import { readRuns } from '../../../src/project/runs/readRuns';
import type { Run } from '../../../src/project/runs/run';
import { wrappers } from '../../../src/shells/wrappers';
import { testTrees } from '../syntax/testTrees';
import { withFolder } from '../temporaryFolder';
import { memoryFiles } from './memoryFiles';

const files = memoryFiles({
  '/ws/package.json': JSON.stringify({
    scripts: { a: 'npm run b; npm run b', b: 'npm run a && npm run c', c: 'psql' },
  }),
  '/ws/Makefile': 'X = $(Y)\nY = $(X)\nall: all\n\techo $(X) && make all && bash x.sh\n',
  '/ws/x.sh': 'bash x.sh; ./x.sh & npm run a\n',
});

function read(command: string): Promise<readonly Run[]> {
  const place = { cwd: '/ws', root: '/ws', home: '/home/me', settings: [] };
  return readRuns({ files, trees: testTrees, command, ...place });
}

/** Pieces that lines are made of, so that most of what is generated gets far. */
const piece = fc.constantFrom(
  ...wrappers.flatMap(({ names }) => names),
  ...[
    'psql',
    'npm run a',
    'make',
    './x.sh',
    '-c',
    '-e',
    '--',
    '-f',
    '--env-file',
    '-i',
    '-S',
    '{}',
  ],
  ...['$X', '"$X"', '${X:-y}', '$(psql)', '`psql`', "'", '"', '\\', '\n', ';', '&&', '|', '&'],
  ...['<<EOF', '\nEOF\n', '<(', '(', ')', '{', '}', 'for x in', 'do', 'done', 'if', 'then', 'fi'],
  ...['A=1', '=', 'cd ..', 'set -a', '. .env', 'run', 'exec', 'compose', 'db', 'function f', 'f()'],
);

const line = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

describe('the reader of commands', () => {
  it('ends on any line, with no more runs than it says', async () => {
    await fc.assert(
      fc.asyncProperty(line, async (command) => {
        const runs = await read(command);
        assert.ok(runs.length <= 200);
        assert.ok(runs.every(({ words }) => words.length > 0));
      }),
      { numRuns: 150 },
    );
  });

  const large: readonly (readonly [what: string, line: string])[] = [
    ['a word of a megabyte', `psql -c ${'x'.repeat(1_000_000)}`],
    ['a megabyte of commands', 'psql -c x; '.repeat(90_000)],
    ['a megabyte of words', `psql ${'-c x '.repeat(200_000)}`],
    ['a megabyte of quotes', `psql ${`'"`.repeat(500_000)}`],
    ['a long chain of wrappers', `${'sudo env A=1 '.repeat(20_000)}psql`],
    ['deep substitutions', `${'$('.repeat(3000)}psql${')'.repeat(3000)}`],
    ['deep subshells', `${'('.repeat(5000)}psql${')'.repeat(5000)}`],
    ['deep strings of shells', 'bash -c "eval \''.repeat(2000)],
    ['many assignments', `${'A=$A$A '.repeat(20_000)}psql`],
    ['doubling variables', `${'A=$A$A; '.repeat(100)}psql $A`.replace('A=$A$A', 'A=xx')],
  ];
  for (const [what, command] of large)
    it(`ends on ${what}`, async function () {
      this.timeout(10_000);
      assert.ok((await read(command)).length <= 200);
    });

  it('executes nothing of what it reads', () =>
    withFolder({ 'x.sh': 'touch planted\n', Makefile: 'all:\n\ttouch planted\n' }, async (cwd) => {
      const commands = [
        'touch planted',
        '$(touch planted)',
        'make; ./x.sh',
        'eval "touch planted"',
      ];
      const place = { cwd, root: cwd, home: cwd, settings: [] };
      for (const command of commands) {
        const runs = await readRuns({ files: diskFiles, trees: testTrees, command, ...place });
        assert.equal(runs[0]?.words[0]?.text, 'touch');
      }
      assert.deepEqual(readdirSync(cwd).sort(), ['Makefile', 'x.sh']);
    }));
});
