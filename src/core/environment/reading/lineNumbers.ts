/** The 1-based line of any offset, for `\n`, `\r\n` and lone `\r` line ends. */
export class LineNumbers {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let at = 0; at < text.length; at++) {
      const character = text.charCodeAt(at);
      const isReturn = character === 13 && text.charCodeAt(at + 1) !== 10;
      if (character === 10 || isReturn) this.#starts.push(at + 1);
    }
  }

  at(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}
