/** A place in a text that moves on by sticky patterns. */
export class TextCursor {
  constructor(
    readonly text: string,
    public offset = 0,
  ) {}

  get isAtEnd(): boolean {
    return this.offset >= this.text.length;
  }

  /** The next character, empty at the end. */
  get peek(): string {
    return this.text[this.offset] ?? '';
  }

  /** What a sticky pattern matches here, which is then passed over. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    const match = pattern.exec(this.text);
    if (match) this.offset += match[0].length;
    return match?.[0];
  }

  /** Passes over whatever a sticky pattern matches, again and again. */
  skip(pattern: RegExp): void {
    while (this.take(pattern)) continue;
  }
}
