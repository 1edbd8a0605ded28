export type MatrixShell = 'bash' | 'zsh' | 'fish';

/** A way to have lines run, typed at a prompt. */
export interface MatrixRow {
  readonly what: string;
  /** For each shell that has this way; Enter as `\r`. */
  readonly keys: Readonly<Partial<Record<MatrixShell, string>>>;
  /** A line that is let through, and that is run before. */
  readonly before?: Readonly<Partial<Record<MatrixShell, string>>>;
}

const hit = 'dropdb -h db-prod.example.com shop';
/** Leaves a file behind that tells that it ran. */
const danger = `touch made; ${hit}`;

const everywhere = (keys: string): MatrixRow['keys'] => ({ bash: keys, zsh: keys, fish: keys });
const likeBourne = (keys: string): MatrixRow['keys'] => ({ bash: keys, zsh: keys });
const pasted = (text: string): string => `\x1b[200~${text}\x1b[201~\r`;

/** Each of these is stopped, and nothing of it runs. */
export const stoppedRows: readonly MatrixRow[] = [
  { what: 'a chain', keys: everywhere(`touch made && ${hit}\r`) },
  { what: 'a pipe', keys: everywhere(`touch made | ${hit}\r`) },
  {
    what: 'a subshell',
    keys: { ...likeBourne(`(${danger})\r`), fish: `begin; ${danger}; end\r` },
  },
  { what: 'a substitution', keys: everywhere(`echo $(${danger})\r`) },
  { what: 'what goes to the background', keys: everywhere(`${danger} &\r`) },
  {
    what: 'a loop over several lines',
    keys: {
      ...likeBourne(`for i in 1 2\rdo\r${danger}\rdone\r`),
      fish: `for i in 1 2\r${danger}\rend\r`,
    },
  },
  {
    what: 'a here-document',
    keys: likeBourne(`sh <<E\r${danger}\rE\r`),
  },
  { what: 'a line that goes on', keys: everywhere(`touch made; dropdb \\\r${hit.slice(6)}\r`) },
  {
    what: 'a word of the line before',
    before: likeBourne('true db-prod.example.com'),
    keys: likeBourne('touch made; dropdb -h !$ shop\r'),
  },
  { what: 'a line that begins with a blank', keys: everywhere(` ${danger}\r`) },
  { what: 'a pasted block', keys: everywhere(pasted(`true\r${danger}\rtouch made`)) },
  { what: 'what comes behind a line', keys: everywhere(`${danger}\rtouch made\r`) },
  {
    what: 'a line in vi mode',
    before: { bash: 'set -o vi', zsh: 'bindkey -v' },
    keys: likeBourne(`${danger}\r`),
  },
];

/** Let through, with the status that they end with; run one after the other behind all the others. */
export const allowedRows: readonly (readonly [line: string, exitCode: number])[] = [
  ['ls', 0],
  ['false', 1],
  ['true; sh -c "exit 3"', 3],
  ['echo one | cat', 0],
  ['env true', 0],
  ['cat nothing', 1],
  ['dropdb --version', 0],
  ['test -d . && echo yes', 0],
];
