import type { Origin, Setting } from './setting';

/** One word of a command, after the shell's own expansion. */
export interface ShellWord {
  /** `undefined` where it depends on what only the running shell knows. */
  readonly text: string | undefined;
  /** As it stands in the line. */
  readonly raw: string;
}

/** One program that a command line would start, with what the line itself sets for it. */
export interface ShellRun {
  /** The program first. */
  readonly words: readonly ShellWord[];
  /** Variables that the line exports to it, in order: the last of a name counts. */
  readonly settings: readonly Setting[];
  /** Variables that the line removed. */
  readonly unset: readonly string[];
  /** Working folder, absolute; `undefined` after a `cd` to somewhere unknown. */
  readonly cwd: string | undefined;
  /** What it reads on standard input, where the line holds that text. */
  readonly input: string | undefined;
  /** The file that the line gives it to read (`< dump.sql`), where its name is known. */
  readonly inputFile?: string;
  /** Where the command begins in the text it was read from: the count of characters before it. */
  readonly at: number;
  /** The runs whose output it reads, in a pipe. */
  readonly from: readonly ShellRun[];
  readonly origin: Origin;
}
