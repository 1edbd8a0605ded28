import type { Entry } from '../evaluation/entries';
import type { Files } from '../files';

/** The place in which a command starts a program. */
export interface CommandContext {
  readonly files: Files;
  readonly cwd: string;
  readonly root: string;
  variable(name: string): string | undefined;
}

/** A program of the project as a command line starts it. */
export interface ProgramStart {
  /** Where it may start from, most likely first. */
  entries(context: CommandContext): Promise<readonly Entry[]>;
  /** Id of the loader by which the command itself reads env files, and the files that it is told to read. */
  readonly loader?: string;
  readonly envFiles?: readonly string[];
}

/** The first of the files that is there. */
export async function findEntry(
  files: Files,
  entries: readonly Entry[],
): Promise<Entry | undefined> {
  for (const entry of entries) if ((await files.read(entry.entry)).kind === 'text') return entry;
  return undefined;
}
