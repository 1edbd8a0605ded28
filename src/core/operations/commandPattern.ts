import type { Command } from './command';

/**
 * What a command must look like for a rule, in one line:
 * - words are those of the command in their order, from the first on: `volume rm`; `a|b` is either, `!a|b` neither, `*` any one word,
 *   `drop*` a beginning, `[alpha|beta]` may be left out;
 * - `-v|--volumes` is an option that must be given, `--engine=post*|maria*` with such a value; `!--dry-run` must not be given.
 */
export interface CommandPattern {
  readonly words: readonly WordPattern[];
  readonly options: readonly OptionPattern[];
}

interface WordPattern {
  /** As they are written. */
  readonly choices: readonly string[];
  readonly tests: readonly RegExp[];
  readonly isForbidden: boolean;
  readonly isOptional: boolean;
}

interface OptionPattern {
  /** Without dashes. */
  readonly names: readonly string[];
  readonly values?: readonly RegExp[];
  readonly isForbidden: boolean;
}

export function parsePattern(text: string): CommandPattern {
  const tokens = text.split(' ').filter(Boolean);
  return {
    words: tokens.filter((token) => !isOption(token)).map(wordPattern),
    options: tokens.filter(isOption).map(optionPattern),
  };
}

/** The words of a command behind those that the pattern names; `undefined` where it does not fit. */
export function matchPattern(
  { words, options }: CommandPattern,
  command: Command,
): readonly string[] | undefined {
  const rest = matchWords(words, command.words);
  return rest && options.every((option) => isFulfilled(option, command)) ? rest : undefined;
}

function isOption(token: string): boolean {
  return /^!?-/.test(token);
}

function wordPattern(token: string): WordPattern {
  const optional = /^\[(.+)\]$/.exec(token)?.[1];
  const choices = (optional ?? token).replace(/^!/, '').split('|');
  return {
    choices,
    tests: choices.map(wildcard),
    isForbidden: token.startsWith('!'),
    isOptional: optional !== undefined,
  };
}

function optionPattern(token: string): OptionPattern {
  const [spelling = '', values] = token.replace(/^!/, '').split('=');
  return {
    names: spelling.split('|').map((name) => name.replace(/^--?/, '')),
    ...(values === undefined ? {} : { values: values.split('|').map(wildcard) }),
    isForbidden: token.startsWith('!'),
  };
}

/** Every `*` stands for any text, and the rest for itself. */
function wildcard(text: string): RegExp {
  const literal = text.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}$`, 's');
}

function matchWords(
  patterns: readonly WordPattern[],
  words: readonly string[],
): readonly string[] | undefined {
  let at = 0;
  for (const { tests, isForbidden, isOptional } of patterns) {
    const word = words[at];
    if (word !== undefined && tests.some((test) => test.test(word)) !== isForbidden) at++;
    else if (!isOptional) return undefined;
  }
  return words.slice(at);
}

function isFulfilled({ names, values, isForbidden }: OptionPattern, command: Command): boolean {
  const isGiven = command.options.some(
    ({ name, value = '' }) =>
      names.includes(name) && (values?.some((wanted) => wanted.test(value)) ?? true),
  );
  return isGiven !== isForbidden;
}
