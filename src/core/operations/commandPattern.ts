import type { Command } from './command';

/**
 * What a command must look like for a rule, in one line:
 * - words are those of the command in their order, from the first on, or anywhere behind a `...`: `volume rm`; `a|b` is either,
 *   `!a|b` neither, `*` any one word, `drop*` a beginning, `[alpha|beta]` may be left out;
 * - `-v|--volumes` is an option that must be given, `--engine=post*|maria*` with such a value; `!--dry-run` must not be given.
 */
export interface CommandPattern {
  readonly words: readonly WordPattern[];
  /** The words may stand behind others. */
  readonly isAnywhere: boolean;
  readonly options: readonly OptionPattern[];
}

/** The texts between the stars, of which each stands for any text. */
type Wildcard = readonly string[];

interface WordPattern {
  readonly choices: readonly Wildcard[];
  readonly isForbidden: boolean;
  readonly isOptional: boolean;
}

interface OptionPattern {
  /** Without dashes. */
  readonly names: readonly string[];
  readonly values?: readonly Wildcard[];
  readonly isForbidden: boolean;
}

const anywhere = '...';

export function parsePattern(text: string): CommandPattern {
  const tokens = text.split(' ').filter(Boolean);
  const isAnywhere = tokens[0] === anywhere;
  return {
    words: tokens.filter((token) => !isOption(token) && token !== anywhere).map(wordPattern),
    isAnywhere,
    options: tokens.filter(isOption).map(optionPattern),
  };
}

/** The words of a command behind those that the pattern names; `undefined` where it does not fit. */
export function matchPattern(
  { words, isAnywhere, options }: CommandPattern,
  command: Command,
): readonly string[] | undefined {
  if (!options.every((option) => isFulfilled(option, command))) return undefined;
  for (let from = 0; from <= (isAnywhere ? command.words.length : 0); from++) {
    const end = matchWords(words, command.words, from);
    if (end !== undefined) return command.words.slice(end);
  }
  return undefined;
}

function isOption(token: string): boolean {
  return /^!?-/.test(token);
}

function wordPattern(token: string): WordPattern {
  const optional = /^\[(.+)\]$/.exec(token)?.[1];
  const choices = (optional ?? token).replace(/^!/, '').split('|');
  return {
    choices: choices.map(wildcard),
    isForbidden: token.startsWith('!'),
    isOptional: optional !== undefined,
  };
}

function optionPattern(token: string): OptionPattern {
  const [, spelling = '', values] = /^!?([^=]*)(?:=(.*))?$/.exec(token) ?? [];
  return {
    names: spelling.split('|').map((name) => name.replace(/^--?/, '')),
    ...(values === undefined ? {} : { values: values.split('|').map(wildcard) }),
    isForbidden: token.startsWith('!'),
  };
}

function wildcard(text: string): Wildcard {
  return text.split('*');
}

/** Each part is looked for once, so that a long word costs no more than its length. */
function fitsWildcard(parts: Wildcard, text: string): boolean {
  const [first = '', ...others] = parts;
  const last = others.pop();
  if (last === undefined) return text === first;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.startsWith(first) && text.endsWith(last) && text.length >= at + last.length;
}

/** @returns where the words end that the patterns name */
function matchWords(
  [pattern, ...others]: readonly WordPattern[],
  words: readonly string[],
  from: number,
): number | undefined {
  if (!pattern) return from;
  const word = words[from];
  const isFit = word !== undefined && fits(pattern, word);
  const end = isFit ? matchWords(others, words, from + 1) : undefined;
  return end ?? (pattern.isOptional ? matchWords(others, words, from) : undefined);
}

function fits({ choices, isForbidden }: WordPattern, word: string): boolean {
  return choices.some((choice) => fitsWildcard(choice, word)) !== isForbidden;
}

function isFulfilled({ names, values, isForbidden }: OptionPattern, command: Command): boolean {
  const isGiven = command.options.some(
    ({ name, value = '' }) =>
      names.includes(name) && (values?.some((wanted) => fitsWildcard(wanted, value)) ?? true),
  );
  return isGiven !== isForbidden;
}
