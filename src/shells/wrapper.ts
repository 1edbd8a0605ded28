import type { ShellWord } from '../core/environment/shellRun';

/** Env files that a wrapper reads before it starts the program. */
export interface WrapperEnvFiles {
  /** As the line has them, in its order. */
  readonly paths: readonly string[];
  /** Id of the loader whose rules it follows. */
  readonly loader: string;
  readonly override: boolean;
}

/** A place where variables, files and `localhost` are not those of this machine. */
export type Elsewhere =
  /** A service of a compose file. */
  | { readonly kind: 'service'; readonly name: string; readonly composeFiles: readonly string[] }
  /** A container of the engine that the variables choose. */
  | { readonly kind: 'container'; readonly name: string }
  /** A pod of the context that is named, or of the one in use. */
  | {
      readonly kind: 'pod';
      readonly via: string;
      readonly context?: string;
      readonly kubeconfig?: string;
    }
  /** `via` says how it is reached: `ssh to web-1.example.com`. */
  | { readonly kind: 'machine'; readonly via: string };

/** What a wrapper changes for whatever it starts. */
export interface Changes {
  readonly settings?: readonly (readonly [name: string, value: string])[];
  readonly unset?: readonly string[];
  /** The only variables outside that come through; all of them where it is left out. */
  readonly keeps?: readonly string[];
  readonly cwd?: string;
  readonly envFiles?: WrapperEnvFiles;
  /** A loader that the wrapper itself follows, by id (`pipenv run`). */
  readonly loader?: string;
  readonly elsewhere?: Elsewhere;
}

/** What is behind a wrapper. */
export type Unwrapped = Changes &
  (
    | { readonly kind: 'program'; readonly words: readonly ShellWord[] }
    /** A line for a shell of its own (`bash -c '…'`). */
    | { readonly kind: 'line'; readonly text: string }
    /** A shell for lines that it is given to read; where it is given none, it is a program like others. */
    | { readonly kind: 'input'; readonly words: readonly ShellWord[] }
    /** A script of the project: of a manifest (`npm run db:reset`), or a file of shell commands by its path. */
    | {
        readonly kind: 'script';
        readonly manager: ScriptManager;
        readonly name: string;
        readonly extra: readonly ShellWord[];
        /** Where no script has the name, a program of the project has it. */
        readonly isProgramToo?: true;
      }
  );

export type ScriptManager = 'node' | 'make' | 'composer' | 'shell';

/** One program that starts another. */
export interface Wrapper {
  /** Base names that it is started by. */
  readonly names: readonly string[];
  /** `undefined` where these words start nothing else. */
  unwrap(words: readonly ShellWord[]): Unwrapped | undefined;
}
