import type { ClientContext } from '../targets/grammar';
import {
  readOptions,
  type GivenOption,
  type GivenOptions,
  type OptionShape,
} from '../targets/tools/toolOptions';

/** One program with its arguments, as a catalogue entry sees it. */
export interface Command {
  /** Base name. */
  readonly program: string;
  readonly args: readonly string[];
  /** The arguments that are no options: sub-commands first. */
  readonly words: readonly string[];
  readonly options: readonly GivenOption[];
  /** The variables and files that the program finds around it. */
  readonly context: ClientContext;
}

/**
 * How a tool spells its options: by their shape, by those alone that take no value, or in two parts, where the same letter
 * means one thing in front of the sub-command and another behind it.
 */
export type CommandShape =
  | OptionShape
  | { readonly flags: readonly string[] }
  | { readonly leading: OptionShape; readonly own: OptionShape };

/**
 * Splits a command by the shape of its program. Where only flags are known, any other option takes the next word unless that
 * is an option itself, as the command lines of cloud providers have it.
 */
export function readCommand(
  program: string,
  args: readonly string[],
  shape: CommandShape = { flags: [] },
  context: ClientContext,
): Command {
  return { program, args, ...readArguments(args, shape), context };
}

function readArguments(args: readonly string[], shape: CommandShape): GivenOptions {
  if ('flags' in shape) return readOptions(args, followedShape(args, shape.flags));
  if (!('leading' in shape)) return readOptions(args, shape);
  const leading = readOptions(args, { ...shape.leading, stopsAtWord: true });
  const own = readOptions(leading.words, shape.own);
  return { options: [...leading.options, ...own.options], words: own.words };
}

function followedShape(args: readonly string[], flags: readonly string[]): OptionShape {
  const valued = args.flatMap((arg, at) => {
    const name = /^--?([^-=][^=]*)$/.exec(arg)?.[1];
    const isFollowed = !(args[at + 1] ?? '-').startsWith('-');
    return name !== undefined && isFollowed && !flags.includes(name) ? [name] : [];
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

/** A variable that the program starts with. */
export function variableOf({ context }: Command, name: string): string | undefined {
  return context.find(name)?.setting.value;
}
