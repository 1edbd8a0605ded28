import type { Assignment, Lookup, ParsedEnvFile } from '../dialect';
import { Budget } from './budget';
import { LineNumbers } from './lineNumbers';

/** Said of a value that the program would get by running a command. */
export const unknownCommand = 'This value comes from a command, which is not run here.';

/** What a dialect has found in a file so far. Offsets are turned into lines here. */
export class Reading {
  /** The last value of each name. */
  readonly values = new Map<string, string | null>();
  readonly #lines: LineNumbers;
  readonly #budget = new Budget();
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

  /** The end of a file of which the program reads nothing. */
  refuse(offset: number, message: string): ParsedEnvFile {
    const problem = { line: this.#lines.at(offset), message, fatal: true };
    return { assignments: [], problems: [...this.#problems, problem] };
  }

  finish(): ParsedEnvFile {
    return { assignments: this.#assignments, problems: this.#problems };
  }

  /** What a reference sees: the file so far, then the variables outside. */
  fileFirst(name: string, lookup: Lookup): string | undefined {
    return this.#afford(this.values.get(name) ?? lookup.get(name));
  }

  /** What a reference sees: the variables outside, then the file so far. */
  shellFirst(name: string, lookup: Lookup): string | undefined {
    return this.#afford(lookup.get(name) ?? this.values.get(name) ?? undefined);
  }

  /** Assigns a value whose references were replaced, unless they have grown past all bounds. */
  assignExpanded(name: string, written: string, expanded: string, offset: number): void {
    if (this.#budget.isSpent)
      this.note(offset, 'The references in this value are too many to follow.');
    this.assign(name, this.#budget.isSpent ? written : expanded, offset);
  }

  #afford(value: string | undefined): string | undefined {
    return value === undefined || this.#budget.spend(value.length) ? value : '';
  }
}
