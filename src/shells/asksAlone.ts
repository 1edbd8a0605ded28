/** Options with which a shell reads none of our files: where it takes itself for interactive, or was told to read none. */
const unreached: Readonly<Record<string, RegExp>> = {
  bash: /^-[a-z]*[ip]|^--posix$/i,
  zsh: /^-[a-z]*f/,
  fish: /^-[a-zA-Z]*N|^--no-config$/,
};

/** Whether a shell that runs one line asks about it by itself, given the words that it was started with. */
export function asksAlone([path = '', ...rest]: readonly string[]): boolean {
  const name = path.split('/').at(-1)?.replace(/^-/, '') ?? '';
  const end = rest.findIndex((word) => !word.startsWith('-'));
  const options = end < 0 ? rest : rest.slice(0, end);
  return Object.hasOwn(unreached, name) && !options.some((option) => unreached[name]!.test(option));
}
