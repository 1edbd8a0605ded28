import assert from 'node:assert/strict';
import { realpathSync } from 'node:fs';
import { before, describe, it } from 'mocha';
import { inShell, needsShell } from './inShell';

const shell = 'zsh';

const settings: readonly (readonly [settings: string, show: string, expected: RegExp])[] = [
  ['setopt ksh_arrays', 'setopt', /ksharrays/],
  ['setopt sh_word_split', 'setopt', /shwordsplit/],
  ['setopt no_unset', 'setopt', /nounset/],
  ['setopt extended_glob glob_subst', 'setopt', /extendedglob[\s\S]*globsubst/],
  ['setopt no_clobber', 'setopt', /noclobber/],
  ['setopt err_return', 'setopt', /errreturn/],
  ['setopt warn_create_global', 'setopt', /warncreateglobal/],
  ['setopt null_glob cshnullglob', 'setopt', /nullglob/],
  ["IFS='/:1'", 'print -r -- "<${IFS}>"', /<\/:1>/],
  ['alias print=false read=false local=false kill=false emulate=false', 'alias read', /read=false/],
  ['kill() { false }; read() { false }', 'which read', /read \(\) \{/],
  ['trap \'print "<"int">"\' INT', 'trap', /int/],
  ['precmd() { print "[mine $?]" }', '(exit 3)', /\[mine 3\]/],
  ['HISTFILE=$HOME/mine', 'print $HISTFILE', /\/mine/],
];

describe('start-up files of zsh', () => {
  before(function () {
    needsShell(this, shell);
  });

  for (const isPlain of [false, true])
    for (const [setting, show, expected] of settings)
      it(`keep ${setting} ${isPlain ? 'without' : 'beside'} VS Code's shell integration`, () =>
        inShell(
          { shell, isPlain, home: { '.zshrc': `${setting}\n` } },
          async (terminal, listener) => {
            await terminal.run('export DATABASE_URL=x');
            await listener.waitForValue('DATABASE_URL', 'x');
            assert.match(await terminal.run(show), expected);
            assert.doesNotMatch(terminal.output, /safety_catch|<int>/);
          },
        ));

  /** Each start-up file says its name, and where it is read from. */
  const files = (folder: string): Record<string, string> =>
    Object.fromEntries(
      ['.zshenv', '.zprofile', '.zshrc', '.zlogin'].map((name) => [
        `${folder}${name}`,
        `print "<${name} \${ZDOTDIR-none}>"\n`,
      ]),
    );
  const read = (output: string, home: string): string[] =>
    [...output.matchAll(/<(\.z\w+ .*?)>/g)].map((match) => match[1]!.replaceAll(home, '~'));
  const showFolder = 'print "ZDOTDIR:${ZDOTDIR-none} HISTFILE:$HISTFILE;"';

  it('are read once each, in their order, by a login shell', () =>
    inShell({ shell, isPlain: true, isLogin: true, home: files('') }, async (terminal) => {
      const output = await terminal.run(showFolder);
      assert.deepEqual(read(terminal.output, terminal.home), [
        '.zshenv none',
        '.zprofile none',
        '.zshrc none',
        '.zlogin none',
      ]);
      assert.match(output, /ZDOTDIR:none/);
    }));

  for (const isPlain of [false, true]) {
    const beside = `${isPlain ? 'without' : 'beside'} VS Code's shell integration`;

    it(`are found in the ZDOTDIR of the environment ${beside}`, () =>
      inShell(
        { shell, isPlain, env: { ZDOTDIR: `${realpathSync('test/unit/hooks')}/zdotdir` } },
        async (terminal) => {
          const output = await terminal.run(showFolder);
          assert.match(output, /ZDOTDIR:\S*test\/unit\/hooks\/zdotdir HISTFILE:\S*/);
        },
      ));

    it(`are found where .zshenv says ${beside}`, () =>
      inShell(
        {
          shell,
          isPlain,
          home: {
            ...files('config/'),
            '.zshenv': 'print "<.zshenv first>"\nexport ZDOTDIR=$HOME/config\n',
          },
        },
        async (terminal) => {
          const output = await terminal.run(showFolder);
          assert.deepEqual(read(terminal.output, terminal.home), [
            '.zshenv first',
            '.zshrc ~/config',
          ]);
          assert.ok(output.includes(`ZDOTDIR:${terminal.home}/config`), output);
          assert.ok(!output.includes('media/hooks'), output);
        },
      ));

    it(`get the history file that zsh has for them ${beside}`, () =>
      inShell(
        { shell, isPlain, home: { '.zshrc': 'print "<history $HISTFILE>"\n' } },
        async (terminal) => {
          await terminal.run('true');
          assert.doesNotMatch(terminal.output, /<history \S*hooks/);
        },
      ));
  }

  it('of scripts are the user’s own', () =>
    inShell({ shell, home: files('') }, async (terminal) => {
      const output = await terminal.run(
        `ZDOTDIR=${realpathSync('media/hooks/zsh')} zsh -c 'print "ZDOTDIR:\${ZDOTDIR-none};"'`,
      );
      assert.deepEqual(read(output, terminal.home), ['.zshenv none']);
      assert.match(output, /ZDOTDIR:none;/);
    }));
});
