import type { ShellWord } from '../core/environment/shellRun';
import {
  lastValue,
  readOptions,
  shapeOf,
  type GivenOptions,
  type OptionShape,
} from '../core/targets/tools/toolOptions';

/** The options of a wrapper, and the words behind them: what it starts. */
export interface LeadingOptions {
  readonly given: GivenOptions;
  readonly rest: readonly ShellWord[];
}

/** How a wrapper spells its options, as `shapeOf` has it: the first plain word is the program that it starts. */
export function optionShape(valued: string, flags = ''): OptionShape {
  return { ...shapeOf(valued, flags), stopsAtWord: true };
}

/** Reads the options in front of the first plain word; what stands behind it is the business of the program there. */
export function readLeadingOptions(
  words: readonly ShellWord[],
  shape: OptionShape,
): LeadingOptions {
  const given = readOptions(
    words.map(({ text, raw }) => text ?? raw),
    shape,
  );
  return { given, rest: words.slice(words.length - given.words.length) };
}

/** The folder that an option names, as a change to what is started. */
export function folderOf(given: GivenOptions, name: string): { readonly cwd?: string } {
  const cwd = lastValue(given, name);
  return cwd === undefined ? {} : { cwd };
}
