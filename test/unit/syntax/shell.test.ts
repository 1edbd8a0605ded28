import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Setting } from '../../../src/core/environment/setting';
import type { ShellRun } from '../../../src/core/environment/shellRun';
import { readCommandLine } from '../../../src/syntax/shell/readCommandLine';
import { testTrees } from './testTrees';

const outside: Readonly<Record<string, string>> = {
  DATABASE_URL: 'postgresql://outside',
  NAME: 'n',
};

async function read(line: string): Promise<readonly ShellRun[]> {
  const tree = await testTrees.parse('bash', line);
  const context = {
    cwd: '/ws',
    home: '/home/me',
    variable: (name: string) => outside[name],
    sourced: (path: string) =>
      path === '.env'
        ? [new Setting('DATABASE_URL', 'postgresql://file', { kind: 'file', name: 'DATABASE_URL' })]
        : [],
  };
  return readCommandLine(tree.rootNode, context, { kind: 'command', name: '', line: 1 });
}

/** A run as a test writes it: what the line sets, then the words; `?` for a word that cannot be known. */
function shown({ words, settings, unset, cwd, input, from }: ShellRun): string {
  return [
    ...(cwd === '/ws' ? [] : [`in ${cwd ?? '?'}:`]),
    ...unset.map((name) => `-${name}`),
    ...settings.map(({ name, value }) => `${name}=${value}`),
    ...words.map(({ text }) => text ?? '?'),
    ...(input === undefined ? [] : [`<<${JSON.stringify(input)}`]),
    ...(from.length === 0 ? [] : [`<- ${from.map((run) => run.words[0]?.text).join(',')}`]),
  ].join(' ');
}

const cases: readonly (readonly [line: string, runs: readonly string[]])[] = [
  ['psql -h db -c "select 1"', ['psql -h db -c select 1']],
  ['a; b && c || d & e', ['a', 'b', 'c', 'd', 'e']],
  ['A=1 B="x y" cmd', ['A=1 B=x y cmd']],
  ['A=1; cmd', ['cmd']],
  ['A=1; export A; cmd', ['A=1 cmd']],
  ['export A=1 B=2 && cmd', ['A=1 B=2 cmd']],
  ['DATABASE_URL=postgresql://inside; cmd', ['DATABASE_URL=postgresql://inside cmd']],
  ['unset DATABASE_URL; cmd "$DATABASE_URL"', ['-DATABASE_URL cmd ']],
  ['set -a; . .env; set +a; cmd', ['DATABASE_URL=postgresql://file cmd']],
  ['cmd $DATABASE_URL "${NAME}-x" ${NONE:-d} $NONE', ['cmd postgresql://outside n-x d ?']],
  [`cmd 'a b' "a\\"b" a\\ b $'a\\nb' a"b"'c'`, ['cmd a b a"b a b a\nb abc']],
  ['cd app && cmd; cd /tmp; cmd; cd -; cmd', ['in /ws/app: cmd', 'in /tmp: cmd', 'in ?: cmd']],
  ['(cd app; cmd); cmd', ['in /ws/app: cmd', 'cmd']],
  ['cmd ~/x ~', ['cmd /home/me/x /home/me']],
  ['cat f | grep x | psql', ['cat f', 'grep x <- cat', 'psql <- grep']],
  ['psql <<EOF\ndrop table x;\nEOF\n', ['psql <<"drop table x;\\n"']],
  ["psql <<< 'drop table x'", ['psql <<"drop table x"']],
  ['cmd db.x.drop() && other', ['cmd db.x.drop()', 'other']],
  ['cmd a ()', ['cmd a']],
  ['echo $(cmd a)', ['cmd a', 'echo ?']],
  ['echo "`cmd`"', ['cmd', 'echo ?']],
  ['for f in a b; do cmd "$f"; done', ['cmd ?']],
  ['if test -f x; then a; else b; fi', ['test -f x', 'a', 'b']],
  ['f() { cmd; }; f', ['cmd']],
  ['f() { f; }; f', []],
  ['! cmd > out 2>&1', ['cmd']],
  ['cmd a \\\n  b', ['cmd a b']],
  ['', []],
  ['if then (((', []],
];

describe('reading a command line', () => {
  for (const [line, runs] of cases)
    it(`finds ${JSON.stringify(runs)} in ${JSON.stringify(line)}`, async () => {
      assert.deepEqual((await read(line)).map(shown), runs);
    });

  it('gives each run the line it stands in', async () => {
    const runs = await read('a\nb && c\n');
    assert.deepEqual(
      runs.map(({ origin }) => origin.line),
      [1, 2, 2],
    );
  });

  it('ends on deep nesting and on very long lines', async () => {
    assert.ok((await read(`${'('.repeat(5000)}cmd${')'.repeat(5000)}`)).length <= 1);
    assert.ok((await read('cmd;'.repeat(20_000))).length <= 500);
  });
});
