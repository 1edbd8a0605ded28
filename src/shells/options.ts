import type { ShellWord } from '../core/environment/shellRun';

/** Which options of a program take a value, and where its own arguments begin. */
export interface OptionShape {
  /** Options, long or short, that take the next word (or the rest of theirs) as their value. */
  readonly withValue?: readonly string[];
}

export interface ReadOptions {
  /** Values by option, in order; a flag has the value ''. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** What is left, from the first word that is no option; after `--` where there is one. */
  readonly rest: readonly ShellWord[];
}

/** Reads the options in front of the first plain word, as wrappers do. */
export function readLeadingOptions(
  words: readonly ShellWord[],
  { withValue = [] }: OptionShape,
): ReadOptions {
  const values = new Map<string, string[]>();
  const add = (name: string, value: string): void =>
    void values.set(name, [...(values.get(name) ?? []), value]);
  let at = 0;
  for (; at < words.length; at++) {
    const text = words[at]?.text;
    if (text === '--') return { values, rest: words.slice(at + 1) };
    if (text === undefined || !text.startsWith('-') || text === '-') break;
    const [name = '', glued] = splitOption(text, withValue);
    if (glued !== undefined) add(name, glued);
    else if (withValue.includes(name)) add(name, words[++at]?.text ?? '');
    else add(name, '');
  }
  return { values, rest: words.slice(at) };
}

/** `--name=value`, and `-fvalue` for a short option that takes one. */
function splitOption(text: string, withValue: readonly string[]): readonly [string, string?] {
  const equals = text.indexOf('=');
  if (text.startsWith('--') && equals > 0) return [text.slice(0, equals), text.slice(equals + 1)];
  const short = text.slice(0, 2);
  if (!text.startsWith('--') && text.length > 2 && withValue.includes(short))
    return [short, text.slice(2)];
  return [text];
}
