import { readOptions, type GivenOption, type OptionShape } from '../targets/tools/toolOptions';

/** One program with its arguments, as a catalogue entry sees it. */
export interface Command {
  /** Base name. */
  readonly program: string;
  readonly args: readonly string[];
  /** The arguments that are no options: sub-commands first. */
  readonly words: readonly string[];
  readonly options: readonly GivenOption[];
  /** A variable that the program starts with. */
  variable(name: string): string | undefined;
}

/**
 * Splits a command by the shape of its program. Without a shape, a long option takes the next word unless that is an option
 * itself, as the command lines of cloud providers have it.
 */
export function readCommand(
  program: string,
  args: readonly string[],
  shape: OptionShape | undefined,
  variable: Command['variable'],
): Command {
  const { options, words } = readOptions(args, shape ?? followedShape(args));
  return { program, args, words, options, variable };
}

function followedShape(args: readonly string[]): OptionShape {
  const valued = args.flatMap((arg, at) => {
    const next = args[at + 1];
    return arg.startsWith('--') && !arg.includes('=') && next !== undefined && !next.startsWith('-')
      ? [arg.slice(2)]
      : [];
  });
  return { valued, aliases: {} };
}

/** The last value of any of the names (without dashes). */
export function optionValue({ options }: Command, ...names: readonly string[]): string | undefined {
  return options.findLast(({ name, value }) => names.includes(name) && value !== undefined)?.value;
}

export function hasOption({ options }: Command, ...names: readonly string[]): boolean {
  return options.some(({ name }) => names.includes(name));
}
