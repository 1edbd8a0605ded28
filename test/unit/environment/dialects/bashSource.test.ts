import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parse } from './read';

type Values = Readonly<Record<string, string>>;

const cases: readonly (readonly [why: string, text: string, expected: Values])[] = [
  ['joins quoted and unquoted parts', `A="a b"'c d'e\\ f`, { A: 'a bc de f' }],
  ['keeps what single quotes hold', `A='$B \\n'`, { A: '$B \\n' }],
  ['ends a value at a blank', 'A=one B=two', { A: 'one', B: 'two' }],
  ['knows ANSI-C quotes', `A=$'a\\tb\\x41'`, { A: 'a\tbA' }],
  ['continues a line after a backslash', 'A=one\\\ntwo', { A: 'onetwo' }],
  ['loses what it sets for one command only', 'A=1 true\nB=2', { B: '2' }],
  ['loses what it sets in the background', 'A=1&B=2', { B: '2' }],
  ['loses what it sets in a subshell', '(A=1)\nB=2', { B: '2' }],
  ['loses what it sets in a pipe', 'A=1 | cat\nB=2', { B: '2' }],
  ['goes on after an assignment', 'A=1 && B=2', { A: '1', B: '2' }],
  ['skips the other way out of an assignment', 'A=1 || B=2', { A: '1' }],
  [
    'takes a declaration for an assignment',
    'declare -x A=1\nexport B=2 C=3',
    { A: '1', B: '2', C: '3' },
  ],
  ['evaluates a declaration as a whole', 'export A=1 B=$A.', { A: '1', B: '.' }],
  ['appends', 'A=1\nA+=2', { A: '12' }],
  ['leaves arrays alone', 'A=(1 2)\nB=3', { B: '3' }],
  ['assigns a default', ': "${A:=local}"\nB=$A', { A: 'local', B: 'local' }],
  ['nests defaults', 'A=${B:-${C:-"x y"}}', { A: 'x y' }],
  ['uses an alternative', 'A=1\nB=${A:+yes}${C:+no}', { A: '1', B: 'yes' }],
  ['finds the home folder', 'A=~/db', { A: '/home/dev/db' }],
  ['reads up to a missing variable', 'A=1\nB=${C:?}\nD=2', { A: '1' }],
  ['reads up to an open quote', 'A=1\nB="2\nC=3', { A: '1' }],
  ['passes over comments', 'A=1 # one\n#B=2\nC=#3', { A: '1', C: '#3' }],
];

describe('bash-source', () => {
  for (const [why, text, expected] of cases) {
    it(why, () => {
      const { assignments } = parse('bash-source', text, { env: { HOME: '/home/dev' } });
      assert.deepEqual(
        Object.fromEntries(assignments.map(({ name, value }) => [name, value])),
        expected,
      );
    });
  }

  const doubtful: readonly (readonly [what: string, text: string])[] = [
    ['an assignment under a condition', 'if [ "$X" ]; then\nA=1\nfi'],
    ['an assignment after a test', 'true\n[ "$X" ] && A=1'],
    ['another file', 'true\n. ./other.env'],
    ['a parameter that is cut', 'true\nA=${B%/*}'],
    ['the number of the process', 'true\nA=$$'],
  ];

  for (const [what, text] of doubtful) {
    it(`notes ${what}`, () => {
      const { problems } = parse('bash-source', text);
      assert.ok(problems.some(({ line, fatal }) => line === 2 && !fatal));
    });
  }
});
