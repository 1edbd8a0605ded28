/** One `NAME=value` of an env file. */
export interface Assignment {
  readonly name: string;
  /** `null` for a name that stands alone, where the dialect keeps such names. */
  readonly value: string | null;
  /** 1-based line of the name. */
  readonly line: number;
}

export interface ParsedEnvFile {
  readonly assignments: readonly Assignment[];
  /** Lines that the dialect refuses or skips. `fatal` when the real program reads nothing of the file then. */
  readonly problems: readonly {
    readonly line: number;
    readonly message: string;
    readonly fatal: boolean;
  }[];
}

/** What `${NAME}` in a file may see. */
export interface Lookup {
  /** The value of a variable outside the file, `undefined` where it is not set. */
  readonly get: (name: string) => string | undefined;
  /** Whether the file wins over variables that are already set (python-dotenv's and dotenv's `override`). */
  readonly override: boolean;
}

/** How one family of programs reads an env file. Nothing in a file is ever executed: `$(…)` stays as it is written. */
export interface Dialect {
  readonly id: string;
  /** The program that reads so, with the versions that the rules were checked against. */
  readonly title: string;
  parse(text: string, lookup: Lookup): ParsedEnvFile;
}
