/** Finds the next `wanted` from offsets that mostly grow, in linear time for all of them together. */
export class NextIndex {
  #from = 0;
  #found = -1;

  constructor(
    readonly text: string,
    readonly wanted: string,
  ) {}

  /** The length of the text where there is none. */
  from(offset: number): number {
    if (offset < this.#from || offset > this.#found) {
      const found = this.text.indexOf(this.wanted, offset);
      this.#from = offset;
      this.#found = found < 0 ? this.text.length : found;
    }
    return this.#found;
  }
}
