import type { Assignment, Lookup, ParsedEnvFile } from '../dialect';
import { LineNumbers } from './lineNumbers';

/** Said of a value that the program would get by running a command. */
export const unknownCommand = 'This value comes from a command, which is not run here.';

/** What a dialect has found in a file so far. Offsets are turned into lines here. */
export class Reading {
  /** The last value of each name. */
  readonly values = new Map<string, string | null>();
  readonly #lines: LineNumbers;
  readonly #assignments: Assignment[] = [];
  readonly #problems: ParsedEnvFile['problems'][number][] = [];

  constructor(text: string) {
    this.#lines = new LineNumbers(text);
  }

  assign(name: string, value: string | null, offset: number): void {
    this.values.set(name, value);
    this.#assignments.push({ name, value, line: this.#lines.at(offset) });
  }

  /** Notes a line that the program skips, or that cannot be known without running it. */
  note(offset: number, message: string): void {
    this.#problems.push({ line: this.#lines.at(offset), message, fatal: false });
  }

  /** Notes a value that the program would get by running a command. It stays as it is written. */
  noteCommand(offset: number): void {
    this.note(offset, unknownCommand);
  }

  /** The end of a file of which the program reads nothing. */
  refuse(offset: number, message: string): ParsedEnvFile {
    const problem = { line: this.#lines.at(offset), message, fatal: true };
    return { assignments: [], problems: [...this.#problems, problem] };
  }

  finish(): ParsedEnvFile {
    return { assignments: this.#assignments, problems: this.#problems };
  }

  /** What a reference sees in the file so far, then outside it. */
  fileFirst(name: string, lookup: Lookup): string | undefined {
    return this.values.get(name) ?? lookup.get(name);
  }

  /** What a reference sees outside the file, then in the file so far. */
  shellFirst(name: string, lookup: Lookup): string | undefined {
    return lookup.get(name) ?? this.values.get(name) ?? undefined;
  }
}
