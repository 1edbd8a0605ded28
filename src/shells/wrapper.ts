import type { ShellWord } from '../core/environment/shellRun';

/** An env file that a wrapper reads before it starts the program. */
export interface WrapperEnvFile {
  readonly path: string;
  /** Id of the loader whose rules it follows. */
  readonly loader: string;
  readonly override: boolean;
}

/** What is behind a wrapper. */
export type Unwrapped =
  /** Another program, with what the wrapper changes for it. */
  | {
      readonly kind: 'program';
      readonly words: readonly ShellWord[];
      readonly settings?: readonly (readonly [name: string, value: string])[];
      readonly unset?: readonly string[];
      /** True when the program starts without the variables outside (`env -i`). */
      readonly isClean?: boolean;
      readonly cwd?: string;
      readonly envFiles?: readonly WrapperEnvFile[];
      /** Loaders that the wrapper itself follows, by id (`pipenv run`). */
      readonly loader?: string;
      /** The container service that it runs in: another machine's loopback, another environment. */
      readonly service?: string;
    }
  /** A line for a shell of its own (`bash -c '…'`). */
  | { readonly kind: 'line'; readonly text: string }
  /** A script of the project's manifest (`npm run db:reset`). */
  | {
      readonly kind: 'script';
      readonly manager: ScriptManager;
      readonly name: string;
      readonly cwd?: string;
      readonly extra: readonly ShellWord[];
    };

export type ScriptManager = 'node' | 'make' | 'composer';

/** One program that starts another. */
export interface Wrapper {
  /** Base names that it is started by. */
  readonly names: readonly string[];
  /** `undefined` where these words start nothing else. */
  unwrap(words: readonly ShellWord[]): Unwrapped | undefined;
}
