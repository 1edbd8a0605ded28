/** What a person has let run, for as long as that holds. */
export interface Allowance {
  /** What may be hit: see `hitKeys`. */
  readonly keys: readonly string[];
  /** Only this command in this folder; left out where it holds for all that one terminal runs until its next prompt. */
  readonly once?: { readonly command: string; readonly cwd: string };
  /** The shell of the terminal that it holds for. */
  readonly processId?: number;
  /** Milliseconds since the epoch; left out where only the next prompt ends it. */
  readonly until?: number;
}

export interface AllowanceQuestion {
  readonly keys: readonly string[];
  readonly command: string;
  readonly cwd: string;
  /** The shell that asks, where it is one. */
  readonly processId?: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Allowances end by themselves: with the prompt, with their use, or with their time. */
export class Allowances {
  #given: readonly Allowance[] = [];

  add(allowance: Allowance): void {
    this.#given = [...this.#given, allowance];
  }

  /** Whether one holds. One that holds once is used up by the command, and holds for what that starts in its turn. */
  take(question: AllowanceQuestion): boolean {
    const { now, processId } = question;
    this.#given = this.#given.filter(({ until }) => until === undefined || until > now);
    const found = this.#given.find((allowance) => holds(allowance, question));
    if (!found) return false;
    if (found.once) {
      this.#given = this.#given.filter((allowance) => allowance !== found);
      if (processId !== undefined) this.add({ keys: found.keys, processId });
    }
    return true;
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
