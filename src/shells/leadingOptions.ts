import type { ShellWord } from '../core/environment/shellRun';
import {
  lastValue,
  readOptions,
  type GivenOptions,
  type OptionShape,
} from '../core/targets/tools/toolOptions';

/** The options of a wrapper, and the words behind them: what it starts. */
export interface LeadingOptions {
  readonly given: GivenOptions;
  readonly rest: readonly ShellWord[];
}

/**
 * How a wrapper spells the options that take a value: `u,user g,group p`. Spellings of one option are joined by commas,
 * and it is reported under the last. `flags` are spellings of options without a value.
 */
export function optionShape(valued: string, flags = ''): OptionShape {
  const spellings = (text: string): string[][] =>
    text
      .split(' ')
      .filter(Boolean)
      .map((option) => option.split(','));
  const aliases = [...spellings(valued), ...spellings(flags)].flatMap((names) =>
    names.slice(0, -1).map((name) => [name, names.at(-1) ?? name] as const),
  );
  return {
    valued: spellings(valued).map((names) => names.at(-1) ?? ''),
    aliases: Object.fromEntries(aliases),
    bundles: true,
    stopsAtWord: true,
  };
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

/** Every value of an option, in the order of the line. */
export function allValues({ options }: GivenOptions, name: string): string[] {
  return options.flatMap((option) =>
    option.name === name && option.value !== undefined ? [option.value] : [],
  );
}

/** The folder that an option names, as a change to what is started. */
export function folderOf(given: GivenOptions, name: string): { readonly cwd?: string } {
  const cwd = lastValue(given, name);
  return cwd === undefined ? {} : { cwd };
}
