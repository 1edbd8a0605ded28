import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'mocha';
import { findCommand } from '../../findCommand';
import { skip } from '../../skip';
import { danger, hasRun, refuseDanger } from './danger';
import { HookTerminal, type ShellName } from './hookTerminal';
import { configFiles, inShell, needsShell } from './inShell';
import { ReportListener } from './reportListener';

/** A way to have a dangerous command run that the gate does not see. */
interface Hole {
  readonly shell: ShellName;
  readonly what: string;
  /** What comes later waits until the shell runs what came before. */
  readonly keys: readonly string[];
  /** The start-up file of the shell. */
  readonly settings?: string;
  /** Lines that are run before. */
  readonly before?: readonly string[];
  /** Another shell that must be there. */
  readonly inner?: string;
  /** How README says it. */
  readonly readme: string;
}

const enter = '\r';
const typed = `${danger}${enter}`;
const key = '\x07';

const inner = 'in a shell inside a shell, or in its place';
const nested = ([shell, line, name]: readonly [ShellName, string, string]): Hole => ({
  shell,
  what: `a line behind “${line}”`,
  keys: [`${line}${enter}`, typed],
  inner: name,
  readme: inner,
});

const holes: readonly Hole[] = [
  ...(
    [
      ['bash', 'bash', 'bash'],
      ['bash', 'bash -l', 'bash'],
      ['bash', 'zsh', 'zsh'],
      ['bash', 'fish', 'fish'],
      ['bash', 'sh', 'sh'],
      ['zsh', 'bash', 'bash'],
      ['zsh', 'zsh', 'zsh'],
      ['fish', 'bash', 'bash'],
      ['fish', 'fish', 'fish'],
    ] as const
  ).map(nested),
  {
    shell: 'bash',
    what: 'a line in a shell in the place of this one',
    keys: [`exec bash${enter}`, typed],
    readme: inner,
  },
  {
    shell: 'bash',
    what: 'what Ctrl+X Ctrl+E makes of a line',
    keys: [`${danger}\x18\x05`],
    settings: 'export EDITOR=true',
    readme: 'in bash, what `Ctrl+X Ctrl+E` or a plain `fc` makes of a line in an editor',
  },
  {
    shell: 'bash',
    what: 'what a plain fc makes of a line',
    keys: [`fc command${enter}`],
    settings: `export EDITOR='sed -i s/safe/danger/'; history -s command touch safe`,
    readme: 'or a plain `fc` makes of a line in an editor',
  },
  {
    shell: 'bash',
    what: 'a line while the history is off',
    keys: [typed],
    before: ['set +o history'],
    readme: '`set +o history`',
  },
  {
    shell: 'bash',
    what: 'a line without promptvars',
    keys: [typed],
    before: ['shopt -u promptvars'],
    readme: '`shopt -u promptvars`',
  },
  {
    shell: 'bash',
    what: 'what a key runs',
    keys: [key],
    settings: `bind -x '"\\C-g": ${danger}'`,
    readme: 'what a key runs by itself (`bind -x`, widgets)',
  },
  {
    shell: 'zsh',
    what: 'what a widget runs',
    keys: [key],
    settings: `mine() { ${danger}; }; zle -N mine; bindkey '^G' mine`,
    readme: 'what a key runs by itself (`bind -x`, widgets)',
  },
  {
    shell: 'zsh',
    what: 'what r takes up again',
    keys: [`r safe=danger command${enter}`],
    before: ['command touch safe'],
    readme: 'in zsh, what `fc` and `r` take up again',
  },
  {
    shell: 'zsh',
    what: 'what fc takes up again',
    keys: [`fc -e - safe=danger command${enter}`],
    before: ['command touch safe'],
    readme: 'in zsh, what `fc` and `r` take up again',
  },
  {
    shell: 'fish',
    what: 'what another key executes',
    keys: [`${danger}${key}`],
    settings: 'bind \\cg execute',
    readme: 'in fish, what a key other than Enter and Ctrl+J executes',
  },
  {
    shell: 'fish',
    what: 'an abbreviation that a function expands',
    keys: [`innocent${enter}`],
    settings: `function mine; echo ${danger}; end; abbr innocent --function mine`,
    readme: 'abbreviations that a function expands',
  },
  {
    shell: 'fish',
    what: 'what a key runs',
    keys: [key],
    settings: `bind \\cg '${danger}'`,
    readme: 'what a key runs by itself (`bind -x`, widgets)',
  },
];

/** A shell that is still writing its history would do so while its folder is removed. */
const forgetful = { HISTFILE: '', fish_history: '' };

const readme = readFileSync('README.md', 'utf8').replace(/\s+/g, ' ');

for (const shell of ['bash', 'zsh', 'fish'] as const)
  describe(`what the gate of ${shell} does not see`, () => {
    before(function () {
      needsShell(this, shell);
    });

    for (const { what, keys, settings = '', before: lines = [], ...hole } of holes.filter(
      (candidate) => candidate.shell === shell,
    ))
      it(`runs, as README says: ${what}`, function () {
        if (hole.inner && !findCommand(hole.inner)) skip(this, `there is no ${hole.inner}`);
        assert.ok(readme.includes(hole.readme), `README does not say “${hole.readme}”`);
        const home = { [configFiles.zsh]: '\n', [configFiles[shell]]: `${settings}\n` };
        return inShell({ shell, home, env: forgetful }, async (terminal, listener) => {
          refuseDanger(listener);
          for (const line of lines) await terminal.run(line);
          await terminal.run('true');
          for (const [at, part] of keys.entries()) {
            const from = terminal.output.length;
            terminal.press(part);
            if (at < keys.length - 1) await terminal.waitFor(/\]633;C\x07/, from);
          }
          await terminal.run('true');
          assert.ok(hasRun(terminal), terminal.output);
        });
      });
  });

describe("a bash without VS Code's shell integration", () => {
  before(function () {
    needsShell(this, 'bash');
  });

  it('runs all lines, as README says, where .bashrc puts another PROMPT_COMMAND in the place of ours', async () => {
    assert.ok(readme.includes('a start-up file replaces `PROMPT_COMMAND`'));
    const listener = await ReportListener.open();
    const { channelFile } = listener;
    const home = { '.bashrc': 'PROMPT_COMMAND=true\n' };
    const terminal = await HookTerminal.open({ shell: 'bash', isPlain: true, home, channelFile });
    await terminal.run(danger);
    assert.ok(hasRun(terminal));
    assert.equal(listener.reports.length, 0);
    await terminal.close();
    listener.close();
  });
});
