import { interestingWords } from './interestingWords';
import { tools } from './tools';

/** Programs that everyone runs all day, and that reach no database whatever the variables say. */
export const inertPrograms: readonly string[] =
  'awk basename bg bat cal cat chmod chown clear code cp curl cut date df diff dig dirname du echo exa export false fd fg file find gh git grep head help history hostname htop id jobs jq kill less ln ls lsof man mkdir more mv nano nl open ping printf ps pwd realpath rg rm rmdir sed seq sleep sort ssh-add stat tail tar tee test top touch tr tree true type uname uniq unzip vi vim wc wget which who whoami xxd yes zip'.split(
    ' ',
  );

/** Of these, some can be told to start another program, and some are in the catalogue for what they do without a database. */
const asked: ReadonlySet<string> = new Set(['fd', 'find', ...tools.flatMap(({ names }) => names)]);

/** What shells do themselves, without taking up another line: `eval`, `source`, `exec` and `trap` are not among these. */
const builtins: readonly string[] =
  ': alias cd dirs disown hash logout popd pushd set shopt umask unalias unset wait'.split(' ');

/** What the catalogue has something to say about of the programs of every day, each with what such a line has in it. */
const seldomAsked: ReadonlyMap<string, readonly string[]> = new Map(
  [...interestingWords(tools)].filter(
    ([name, texts]) => inertPrograms.includes(name) && !texts.includes(''),
  ),
);

/** First words of plain lines that shells need only ask about where one of the telling texts is in it. */
export const seldomWords: readonly string[] = [...seldomAsked.keys()];

/** None of them holds what a shell's pattern would take for more than a letter but `.`, which stands for any. */
export const tellingTexts: readonly string[] = [...new Set([...seldomAsked.values()].flat())];

/** First words of plain lines that shells need not ask about. */
export const unaskedWords: readonly string[] = [
  ...builtins,
  ...inertPrograms.filter((name) => !asked.has(name)),
];
