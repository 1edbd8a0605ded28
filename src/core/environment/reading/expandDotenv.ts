import type { Dialect, Lookup, ParsedEnvFile } from '../dialect';
import { Budget } from './budget';
import { unknownCommand, type Reading } from './reading';

/** The names and values of a file, as written. */
export type Written = ReadonlyMap<string, string>;

/** The variables that a program already has, as dotenv-expand sees them. */
export type Variables = (name: string) => string | undefined;

/** `undefined` where the references never end: the real program then crashes or hangs. */
export type Expand = (
  written: Written,
  variables: Variables,
  budget: Budget,
) => Written | undefined;

export interface DotenvExpansion {
  readonly read: (text: string) => Reading;
  readonly expand: Expand;
  /**
   * Whether the file is put in the environment, unexpanded, before it is expanded: `expand(config())` does, so
   * that a reference may point to a later line.
   */
  readonly populatesFirst: boolean;
  /** Whether `$(command)` in a value is run. */
  readonly runsCommands?: true;
}

/** A dialect that reads a file first and expands `$NAME` and `${NAME}` in its values afterwards. */
export function expandedDialect<const Id extends string>(
  id: Id,
  title: string,
  expansion: DotenvExpansion,
): Dialect & { readonly id: Id } {
  return { id, title, parse: (text, lookup) => parseAndExpand(text, lookup, expansion) };
}

function parseAndExpand(text: string, lookup: Lookup, expansion: DotenvExpansion): ParsedEnvFile {
  const reading = expansion.read(text);
  const { assignments, problems } = reading.finish();
  const written = new Map(assignments.map(({ name, value }) => [name, value ?? '']));
  const expanded = expansion.expand(written, variablesOf(written, lookup, expansion), new Budget());
  if (!expanded) return reading.refuse(0, 'The references in this file never come to an end.');
  const lines = new Map(assignments.map(({ name, line }) => [name, line]));
  return {
    assignments: [...lines].map(([name, line]) => ({
      name,
      value: expanded.get(name) ?? '',
      line,
    })),
    problems: [
      ...problems,
      ...assignments
        .filter(({ value }) => expansion.runsCommands && value?.includes('$('))
        .map(({ line }) => ({ line, message: unknownCommand, fatal: false })),
    ],
  };
}

function variablesOf(written: Written, lookup: Lookup, expansion: DotenvExpansion): Variables {
  if (!expansion.populatesFirst) return lookup.get;
  return lookup.override
    ? (name) => written.get(name) ?? lookup.get(name)
    : (name) => lookup.get(name) ?? written.get(name);
}

export function unescapeDollars(value: string): string {
  return value.replaceAll('\\$', '$');
}
