const perFile = 1 << 22;

/**
 * Bounds the characters that expansion may touch in one file: a few lines of references to references would
 * otherwise grow without end, and some programs expand what they have just expanded.
 */
export class Budget {
  #left = perFile;

  /** Whether there was enough left. */
  spend(cost: number): boolean {
    this.#left -= cost;
    return !this.isSpent;
  }

  get isSpent(): boolean {
    return this.#left < 0;
  }
}
