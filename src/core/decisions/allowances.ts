/** What a person has let run, for as long as that holds. */
export interface Allowance {
  /** What may be hit: see `hitKeys`. */
  readonly keys: readonly string[];
  /** Only this command in this folder; left out where it holds for all that one terminal runs until its next prompt. */
  readonly once?: { readonly command: string; readonly cwd: string };
  /** The shell of the terminal that it holds for. */
  readonly processId?: number;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

export interface AllowanceQuestion {
  readonly keys: readonly string[];
  readonly command: string;
  readonly cwd: string;
  readonly processId: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Allowances end by themselves: with the prompt, with their use, or with their time. */
export class Allowances {
  #given: readonly Allowance[] = [];

  add(allowance: Allowance): void {
    this.#given = [...this.#given, allowance];
  }

  /** Whether one holds. One that holds once is used up by it. */
  take(question: AllowanceQuestion): boolean {
    this.#given = this.#given.filter(({ until }) => until > question.now);
    const found = this.#given.find((allowance) => holds(allowance, question));
    if (found?.once) this.#given = this.#given.filter((allowance) => allowance !== found);
    return found !== undefined;
  }

  /** The terminal is at a prompt again: what ran under its allowance is over. */
  endOf(processId: number): void {
    this.#given = this.#given.filter((allowance) => allowance.processId !== processId);
  }
}

function holds({ keys, once, processId }: Allowance, question: AllowanceQuestion): boolean {
  if (processId !== undefined && processId !== question.processId) return false;
  if (once && (once.command !== question.command || once.cwd !== question.cwd)) return false;
  return question.keys.every((key) => keys.includes(key));
}
