import type { Origin, Problem } from '../../core/environment/setting';
import type { DialectId } from '../loaders/dialects';

/** A variable that a task or launch configuration sets; `null` removes it. */
export interface NamedVariable {
  readonly name: string;
  /** With references such as `${env:HOME}`. */
  readonly value: string | null;
  readonly origin: Origin;
}

export interface QuotedText {
  readonly text: string;
  /** How VS Code quotes it for the shell; left out, only where it must. */
  readonly quoting?: 'escape' | 'strong' | 'weak';
}

/** What is started, with references such as `${workspaceFolder}` still in it. */
export type NamedCommand =
  /** A line for a shell, which VS Code puts together. `shell` is the program that reads it, where one is named. */
  | {
      readonly kind: 'line';
      readonly parts: readonly QuotedText[];
      readonly shell?: readonly string[];
    }
  /** A program without a shell. */
  | { readonly kind: 'process'; readonly words: readonly string[] }
  /** `reason` is a sentence. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** One program that a task or launch configuration starts. */
export interface NamedStart {
  readonly origin: Origin;
  readonly command: NamedCommand;
  /** The workspace folder where it is left out. */
  readonly cwd?: string;
  readonly variables: readonly NamedVariable[];
  /** An env file beneath these variables. It wins over the shell. */
  readonly envFile?: { readonly path: string; readonly dialect: DialectId };
  /** Whether `terminal.integrated.env` counts. */
  readonly isInTerminal: boolean;
}

/** A task or launch configuration, with all that it starts, in order. */
export interface NamedRun {
  readonly name: string;
  readonly origin: Origin;
  readonly starts: readonly NamedStart[];
}

export interface NamedRuns {
  readonly runs: readonly NamedRun[];
  readonly problems: readonly Problem[];
}

export type Platform = 'linux' | 'osx' | 'windows';

/** The section of a VS Code file that counts on this machine. */
export const thisPlatform: Platform =
  process.platform === 'darwin' ? 'osx' : process.platform === 'win32' ? 'windows' : 'linux';
