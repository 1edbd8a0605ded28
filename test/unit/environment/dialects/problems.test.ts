import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ids, parse, type DialectId } from './read';

/** Lines that one program or another leaves out, refuses or cannot be read without running it. */
const faulty = [
  'A="s3cret',
  "A='s3cret'x",
  'A=s3cret two words',
  's3cret',
  's3cret-x=1',
  'export s3cret',
  'A="${B:?s3cret}"',
  'A=${s3cret',
  'A=$(echo s3cret)',
  'A="\\q s3cret"',
  '=s3cret',
  'if true; then A=s3cret; fi',
  ': ${s3cret?}',
  'A=$A$A s3cret=1',
];

describe('problems of env files', () => {
  for (const id of ids) {
    it(`never quote what stands in the file in ${id}`, () => {
      const messages = faulty.flatMap((text) =>
        parse(id, text).problems.map(({ message }) => message),
      );
      assert.deepEqual(
        messages.filter((message) => message.includes('s3cret')),
        [],
      );
    });
  }

  const refused: readonly (readonly [id: DialectId, text: string, line: number])[] = [
    ['godotenv', 'A=1\nB="open\n', 2],
    ['compose', 'A=1\n\nB=${C:?needed}\n', 3],
    ['symfony', 'A=1\r\nB = 2\r\n', 2],
    ['phpdotenv', 'A=1\nB=two words\n', 2],
    ['direnv-dotenv', '# x\nA=two words\n', 2],
    ['docker-env-file', 'A=1\nB C=2\n', 2],
    ['ruby-dotenv', 'A=1\nexport B\n', 2],
  ];

  for (const [id, text, line] of refused) {
    it(`tell the line for which ${id} reads nothing of the file`, () => {
      const { assignments, problems } = parse(id, text);
      assert.deepEqual(assignments, []);
      assert.deepEqual(
        problems.map((problem) => [problem.line, problem.fatal]),
        [[line, true]],
      );
    });
  }

  const commands: readonly DialectId[] = [
    'dotenv-expand-1000',
    'ruby-dotenv',
    'symfony',
    'bash-source',
  ];

  for (const id of commands) {
    it(`tell in ${id} that a value comes from a command`, () => {
      const { assignments, problems } = parse(id, 'A=1\nB="$(cat file)"\n');
      assert.deepEqual(assignments.at(-1), { name: 'B', value: '$(cat file)', line: 2 });
      assert.deepEqual(
        problems.map(({ line, fatal }) => [line, fatal]),
        [[2, false]],
      );
    });
  }

  it('keep a value as it is written where its references grow past all bounds', () => {
    const text = ['A=' + 'x'.repeat(1 << 20), 'B=${A}${A}${A}', 'C=${B}${B}', ''].join('\n');
    const { assignments, problems } = parse('compose', text);
    assert.equal(assignments.at(-1)?.value, '${B}${B}');
    assert.equal(problems.length, 1);
    assert.equal(problems[0]?.line, 3);
  });
});
