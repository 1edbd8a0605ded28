import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { inShell, needsShell } from './inShell';

const shell = 'bash';

/** What a .bashrc may hold; each has `mine` run at every prompt. */
const promptCommands: readonly string[] = [
  'PROMPT_COMMAND="mine; $PROMPT_COMMAND"',
  'PROMPT_COMMAND="mine${PROMPT_COMMAND:+;$PROMPT_COMMAND}"',
  'PROMPT_COMMAND="$PROMPT_COMMAND;mine"',
  'PROMPT_COMMAND="${PROMPT_COMMAND:+$PROMPT_COMMAND; }mine"',
  "PROMPT_COMMAND=$PROMPT_COMMAND$'\\n'mine",
  'PROMPT_COMMAND+=" mine"',
  'PROMPT_COMMAND="$PROMPT_COMMAND { mine; }"',
  'PROMPT_COMMAND=("${PROMPT_COMMAND[@]}" mine)',
  'PROMPT_COMMAND=(mine "${PROMPT_COMMAND[@]}")',
  'PROMPT_COMMAND+=(mine)',
];

/** These leave nothing of what they found: only VS Code's integration, which comes later, brings the hook in again. */
const replacingPromptCommands: readonly string[] = [
  'PROMPT_COMMAND=mine',
  'PROMPT_COMMAND="mine;"',
  'PROMPT_COMMAND=(mine)',
  'PROMPT_COMMAND=(mine true)',
  'unset PROMPT_COMMAND; PROMPT_COMMAND=mine',
];

const cases = [
  ...promptCommands.map((line) => ({ line, isPlain: true })),
  ...[...promptCommands, ...replacingPromptCommands].map((line) => ({ line, isPlain: false })),
];

/** Settings that have tripped hooks, and a line that shows that they are as they were. */
const settings: readonly (readonly [settings: string, show: string, expected: RegExp])[] = [
  ['set -u', 'echo $-', /[a-z]*u/],
  ['set -e', 'echo $-', /[a-zA-Z]*e/],
  ['set -f', 'echo $-', /[a-z]*f/],
  ['set -C', 'echo $-', /[a-zA-Z]*C/],
  ['set -o posix', 'shopt -o posix', /posix\s+on/],
  [
    'shopt -u extglob; shopt -s nullglob failglob',
    'shopt extglob failglob',
    /extglob\s+off\s+failglob\s+on/,
  ],
  ["IFS='/:1'", 'printf "<%q>" "$IFS"', /<\/:1>/],
  [
    'alias printf=false read=false local=false test=false return=false kill=false',
    'alias test',
    /test='false'/,
  ],
  ['printf() { command false; }; read() { command false; }', 'type read', /read is a function/],
  ['exec 3<<<"mine"', 'cat <&3', /mine/],
  ['trap \'echo "<"err">"\' ERR', 'trap -p ERR', /trap -- .*ERR/],
  ['trap \'echo "<"int">"\' INT', 'trap -p INT', /trap -- .*INT/],
  ["PS0='<p''s0>'", 'echo ${PS0#*\\}\\}}', /<ps0>\s*<ps0>/],
  ['LC_ALL=POSIX', 'echo $LC_ALL', /POSIX/],
];

describe('start-up files of bash', () => {
  before(function () {
    needsShell(this, shell);
  });

  for (const { line, isPlain } of cases)
    it(`keep ${line} ${isPlain ? 'without' : 'beside'} VS Code's shell integration`, () =>
      inShell(
        { shell, isPlain, home: { '.bashrc': `mine() { echo "[mine $?]"; }\n${line}\n` } },
        async (terminal, listener) => {
          await terminal.run('export DATABASE_URL=x');
          await listener.waitForValue('DATABASE_URL', 'x');
          const output = await terminal.run('echo "<"from">"; (exit 3)\recho "<"to">"');
          const prompt = /<from>([\s\S]*)<to>/.exec(output)![1]!;
          assert.deepEqual(prompt.match(/\[mine \d\]/g), ['[mine 3]'], prompt);
          assert.doesNotMatch(terminal.output, /syntax error|not found/);
        },
      ));

  it('lead to the same marks of VS Code from the first command on, where they add to an array', async () => {
    const seen: string[][] = [];
    for (const isUnhooked of [true, false]) {
      const home = { '.bashrc': "mine() { :; }\nPROMPT_COMMAND+=(mine)\nPS0='<p''s0>'\n" };
      await inShell({ shell, isUnhooked, home }, async (terminal) => {
        await terminal.waitFor(/\]633;B/);
        await terminal.run('echo one');
        await terminal.run('echo "PS0 is ${PS0#*\\}\\}}"');
        seen.push(
          [...terminal.output.matchAll(/\]633;(?:([ABCD])|E;(echo \w+)|(PS0 is.*))/g)].map(
            (match) => match.slice(1).join(''),
          ),
        );
        assert.match(terminal.output, /PS0 is <ps0>/);
      });
    }
    assert.deepEqual(seen[1]!.slice(0, 9), seen[0]!.slice(0, 9));
    assert.deepEqual(seen[1]!.slice(0, 5), ['A', 'B', 'echo one', 'C', 'D']);
  });

  for (const [setting, show, expected] of settings)
    it(`keep ${setting}`, () =>
      inShell(
        { shell, home: { '.bashrc': `${setting}\n` }, isPlain: true },
        async (terminal, listener) => {
          await terminal.run('export DATABASE_URL=x');
          await listener.waitForValue('DATABASE_URL', 'x');
          assert.match(await terminal.run(show), expected);
          assert.doesNotMatch(terminal.output, /<err>|<int>|bash: /);
        },
      ));

  it('survive `set -e` and a negated command, which alone would end no shell', () =>
    inShell({ shell, isPlain: true }, async (terminal) => {
      await terminal.run('set -e');
      terminal.type('! true');
      assert.match(await terminal.run('echo al""ive'), /alive/);
    }));

  it('show nothing of the hook under `set -x`', () =>
    inShell({ shell, isPlain: true }, async (terminal, listener) => {
      await terminal.run('set -x');
      await terminal.run('export DATABASE_URL=x');
      await listener.waitForValue('DATABASE_URL', 'x');
      assert.doesNotMatch(terminal.output, /__sc_|secret|token/);
    }));

  it("keep bash-preexec's way with PROMPT_COMMAND", () =>
    inShell(
      { shell, isPlain: true, home: { '.bashrc': '__bp_imported=yes\n' } },
      async (terminal, listener) => {
        const output = await terminal.run('echo "$PROMPT_COMMAND"');
        assert.match(output, /eval "\$\{SAFETY_CATCH_BASH-\}"; ! ! /);
        await terminal.run('export DATABASE_URL=x');
        await listener.waitForValue('DATABASE_URL', 'x');
      },
    ));
});
