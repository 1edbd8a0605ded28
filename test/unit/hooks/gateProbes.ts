import { danger } from './danger';
import type { ShellName } from './hookTerminal';

/** A way to have a dangerous command run. */
export interface Probe {
  readonly what: string;
  /** As they are typed, for each shell that has this way. */
  readonly keys: Readonly<Partial<Record<ShellName, string>>>;
  /** The start-up file of the shell. */
  readonly settings?: string;
  /** Other files, by their path in the user's home folder. */
  readonly home?: Readonly<Record<string, string>>;
  readonly isLogin?: true;
  /** Lines that are run before. */
  readonly before?: readonly string[];
}

const everywhere = (keys: string): Probe['keys'] => ({ bash: keys, zsh: keys, fish: keys });
const likeBourne = (keys: string): Probe['keys'] => ({ bash: keys, zsh: keys });
const inBash = (keys: string): Probe['keys'] => ({ bash: keys });

const enter = '\r';
const escape = '\x1b';
const typed = `${danger}${enter}`;
const pasted = (text: string): string => `${escape}[200~${text}${escape}[201~${enter}`;

const innocent = `alias innocent='${danger}'`;

/** What bash-preexec is to other scripts, in a few lines of its kind: a trap that calls functions before a command. */
const preexec = `bash_preexec_imported=defined precmd_functions=() preexec_functions=() before=
before_prompt() { local each status=$?; for each in "\${precmd_functions[@]}"; do (exit $status); $each; done; before=on; }
before_command() {
  if [[ -z $before || $BASH_COMMAND == before_prompt* ]]; then return; fi
  local each line; before=; line=$(HISTTIMEFORMAT= history 1)
  for each in "\${preexec_functions[@]}"; do $each "\${line#*[0-9]  }"; done
}
trap 'before_command "$_"' DEBUG
PROMPT_COMMAND="before_prompt\${PROMPT_COMMAND:+;$PROMPT_COMMAND}"`;

/** Each of these is stopped. What is not is in README. */
export const probes: readonly Probe[] = [
  { what: 'a single command', keys: everywhere(typed) },
  { what: 'the second of two commands', keys: everywhere(`true; ${typed}`) },
  { what: 'a command behind &&', keys: everywhere(`true && ${typed}`) },
  { what: 'a command in a pipe', keys: everywhere(`true | ${typed}`) },
  { what: 'a command in the background', keys: everywhere(`${danger} &${enter}`) },
  { what: 'a command in a substitution', keys: everywhere(`echo $(${danger})${enter}`) },
  { what: 'a command between backquotes', keys: likeBourne(`echo \`${danger}\`${enter}`) },
  { what: 'a command in a subshell', keys: likeBourne(`( ${danger} )${enter}`) },
  { what: 'the body of a function', keys: likeBourne(`f() { ${danger}; }; f${enter}`) },
  { what: 'a line below a loop', keys: likeBourne(`for i in 1; do${enter}${typed}done${enter}`) },
  { what: 'a line below a loop', keys: { fish: `for i in 1${enter}${typed}end${enter}` } },
  { what: 'a here-document', keys: likeBourne(`sh <<E${enter}${typed}E${enter}`) },
  { what: 'a word that is split', keys: likeBourne(`command touch dan\\${enter}ger${enter}`) },
  { what: 'a line that ends with Ctrl+J', keys: everywhere(`${danger}\n`) },
  { what: 'a line that ends with Ctrl+O', keys: likeBourne(`${danger}\x0f`) },
  { what: 'a line before others', keys: everywhere(`${typed}touch other${enter}`) },
  { what: 'a line between others', keys: everywhere(`touch other${enter}${typed}true${enter}`) },
  { what: 'a pasted line', keys: everywhere(pasted(danger)) },
  { what: 'a line of a pasted block', keys: everywhere(pasted(`true\n${danger}\ntrue`)) },
  {
    what: 'a word of the line before',
    keys: likeBourne(`: danger${enter}command touch !$${enter}`),
  },
  { what: 'a line that begins with a blank', keys: everywhere(` ${typed}`) },
  {
    what: 'a line that HISTCONTROL keeps out of the history',
    keys: inBash(` ${typed}`),
    settings: 'export HISTCONTROL=ignorespace',
  },
  {
    what: 'a line that HISTCONTROL keeps out',
    keys: inBash(` ${typed}`),
    settings: 'HISTCONTROL=ignoreboth:erasedups',
  },
  {
    what: 'a line that HISTIGNORE keeps out',
    keys: inBash(typed),
    settings: "HISTIGNORE='&:*danger*'",
  },
  {
    what: 'a line that hist_ignore_space keeps out',
    keys: { zsh: ` ${typed}` },
    settings: 'setopt hist_ignore_space',
  },
  {
    what: 'the same line again',
    keys: inBash(typed),
    settings: 'HISTCONTROL=ignoredups; history -s command touch danger',
  },
  {
    what: 'a command that fc takes up again',
    keys: inBash(`fc -s command${enter}`),
    settings: `history -s ${danger}`,
  },
  {
    what: 'what fc makes of a command',
    keys: inBash(`fc -s safe=danger command${enter}`),
    settings: 'history -s command touch safe',
  },
  {
    what: 'an alias',
    keys: likeBourne(`innocent${enter}`),
    settings: `alias innocent='${danger}'`,
  },
  {
    what: 'a function',
    keys: likeBourne(`innocent${enter}`),
    settings: `innocent() { inner; }; inner() { ${danger}; }`,
  },
  {
    what: 'a function',
    keys: { fish: `innocent${enter}` },
    settings: `function innocent; ${danger}; end`,
  },
  { what: 'an alias', keys: { fish: `innocent${enter}` }, settings: `alias innocent '${danger}'` },
  {
    what: 'a function in the place of ls',
    keys: likeBourne(`ls${enter}`),
    settings: `ls() { ${danger}; }`,
  },
  {
    what: 'a function in the place of ls',
    keys: { fish: `ls${enter}` },
    settings: `function ls; ${danger}; end`,
  },
  {
    what: 'an alias in the place of ls',
    keys: likeBourne(`ls${enter}`),
    settings: `alias ls='${danger}'`,
  },
  {
    what: 'a variable',
    keys: likeBourne(`eval $innocent${enter}`),
    settings: `innocent='${danger}'`,
  },
  {
    what: 'a variable',
    keys: { fish: `eval $innocent${enter}` },
    settings: `set innocent '${danger}'`,
  },
  { what: 'Enter of vi', keys: inBash(typed), settings: 'set -o vi' },
  { what: 'Enter of vi', keys: { zsh: typed }, settings: 'bindkey -v' },
  { what: 'Enter of vi', keys: { fish: typed }, settings: 'fish_vi_key_bindings' },
  {
    what: 'Enter in the command mode of vi',
    keys: inBash(`${danger}${escape}${enter}`),
    settings: 'set -o vi',
  },
  {
    what: 'Enter in the command mode of vi',
    keys: { zsh: `${danger}${escape}${enter}` },
    settings: 'bindkey -v',
  },
  {
    what: 'Enter in the command mode of vi',
    keys: { fish: `${danger}\x18${enter}` },
    settings: 'fish_vi_key_bindings; bind -M insert -m default \\cx repaint-mode',
  },
  { what: 'a line beside a trap of SIGINT', keys: likeBourne(typed), settings: 'trap true INT' },
  { what: 'a line while SIGINT is ignored', keys: likeBourne(typed), settings: "trap '' INT" },
  { what: 'a line beside TRAPINT', keys: { zsh: typed }, settings: 'TRAPINT() { return 0 }' },
  { what: 'a line under set -u', keys: likeBourne(typed), settings: 'set -u' },
  { what: 'a line under set -f', keys: inBash(typed), settings: 'set -f' },
  { what: 'a line under set -o posix', keys: inBash(typed), settings: 'set -o posix' },
  {
    what: 'a line under odd options',
    keys: inBash(typed),
    settings: 'shopt -s failglob nullglob inherit_errexit; shopt -u extglob',
  },
  {
    what: 'lines below each other without cmdhist',
    keys: inBash(`for i in 1; do${enter}${danger};${enter}done${enter}`),
    settings: 'shopt -u cmdhist',
  },
  {
    what: 'a line under odd options',
    keys: { zsh: typed },
    settings:
      'setopt ksh_arrays sh_word_split no_unset no_multi_func_def err_return glob_subst 2>/dev/null',
  },
  { what: 'a line under another IFS', keys: likeBourne(typed), settings: "IFS='/:1a'" },
  { what: "a line beside a PS0 of the user's", keys: inBash(typed), settings: "PS0='[$(date)]'" },
  { what: 'a line behind one that has set PS0', keys: inBash(typed), before: ["PS0='[mine]'"] },
  { what: 'a line beside bash-preexec', keys: inBash(typed), settings: preexec },
  {
    what: "a line beside the user's own Enter",
    keys: { zsh: typed },
    settings: 'mine() { zle .accept-line }; zle -N accept-line mine',
  },
  {
    what: "a line beside the user's own Enter",
    keys: { fish: typed },
    settings: 'bind \\r "commandline -f execute"',
  },
  {
    what: 'a line behind one that has bound Enter',
    keys: { fish: typed },
    before: ['bind \\r "commandline -f execute"'],
  },
  {
    what: 'a line beside aliases of what the hook uses',
    keys: likeBourne(typed),
    settings:
      'alias printf=false read=false local=false kill=false trap=false exec=false set=false',
  },
  {
    what: 'a line beside functions in the place of what the hook uses',
    keys: likeBourne(typed),
    settings:
      'printf() { command false; }; read() { command false; }; kill() { command true; }; trap() { command true; }; history() { command true; }',
  },
  { what: 'a line in a login shell', keys: everywhere(typed), isLogin: true },
  {
    what: 'an alias of a login shell',
    keys: inBash(`innocent${enter}`),
    home: { '.bash_profile': `shopt -s expand_aliases; ${innocent}\n` },
    isLogin: true,
  },
  {
    what: "an alias of a start-up folder of the user's own",
    keys: { zsh: `innocent${enter}` },
    home: { '.zshenv': 'ZDOTDIR=$HOME/own\n', 'own/.zshrc': `${innocent}\n` },
  },
  ...[
    'PROMPT_COMMAND="history -a; $PROMPT_COMMAND"',
    'PROMPT_COMMAND+=";:"',
    "PROMPT_COMMAND+=('history -a' ':')",
  ].map((settings) => ({
    what: "a line beside a PROMPT_COMMAND of the user's",
    keys: inBash(typed),
    settings,
  })),
  {
    what: "a line that ends with a key of the user's",
    keys: inBash(`${danger}\x07`),
    settings: 'bind \'"\\C-g": accept-line\'',
  },
  {
    what: "a line that a macro of the user's ends",
    keys: inBash(`${danger}\x07`),
    settings: 'bind \'"\\C-g": " #\\C-m"\'',
  },
  {
    what: "a line that ends with a key of the user's",
    keys: { zsh: `${danger}\x07` },
    settings: "bindkey '^G' accept-line",
  },
  {
    what: 'a line that comes back from an editor',
    keys: { zsh: `${danger}\x18\x05${enter}` },
    settings:
      "EDITOR=true; autoload -Uz edit-command-line; zle -N edit-command-line; bindkey '^X^E' edit-command-line",
  },
  {
    what: 'a line that comes back from an editor',
    keys: { fish: `${danger}${escape}e${enter}` },
    settings: 'set -gx EDITOR true',
  },
];
