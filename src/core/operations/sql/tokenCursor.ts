import { nameOf, unnamed, type SqlName } from './sqlName';
import { depthChange, isSymbol, type SqlToken } from './sqlToken';

/** Goes through the tokens of one statement. */
export class TokenCursor {
  #at = 0;

  constructor(readonly tokens: readonly SqlToken[]) {}

  /** Where the statement begins. */
  get line(): number {
    return this.tokens[0]?.line ?? 1;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.tokens.length;
  }

  peek(ahead = 0): SqlToken | undefined {
    return this.tokens[this.#at + ahead];
  }

  /** The next word in lower case; nothing where there is no word. */
  word(ahead = 0): string {
    return this.peek(ahead)?.word ?? '';
  }

  next(): SqlToken | undefined {
    return this.tokens[this.#at++];
  }

  /** Goes on behind these words if they are next. */
  take(...words: readonly string[]): boolean {
    const isNext = words.every((word, ahead) => this.word(ahead) === word);
    if (isNext) this.#at += words.length;
    return isNext;
  }

  takeSymbol(text: string): boolean {
    const isNext = isSymbol(this.peek(), text);
    if (isNext) this.#at++;
    return isNext;
  }

  /** Skips words as long as they are of these. */
  skip(...words: readonly string[]): void {
    while (words.includes(this.word())) this.#at++;
  }

  skipIfExists(): void {
    if (this.take('if')) this.skip('not', 'exists');
  }

  /** What stands between the parenthesis that is next and the one that closes it. */
  takeParentheses(): readonly SqlToken[] | undefined {
    if (!isSymbol(this.peek(), '(')) return undefined;
    const from = this.#at + 1;
    let depth = 0;
    do {
      depth += depthChange(this.tokens[this.#at++]!);
    } while (depth > 0 && !this.isAtEnd);
    return this.tokens.slice(from, depth > 0 ? this.#at : this.#at - 1);
  }

  /** Goes to the first of these words outside parentheses, or stays; says whether there is one. */
  seek(...words: readonly string[]): boolean {
    let depth = 0;
    for (let at = this.#at; at < this.tokens.length; at++) {
      const token = this.tokens[at]!;
      depth += depthChange(token);
      if (depth !== 0 || !words.includes(token.word)) continue;
      this.#at = at;
      return true;
    }
    return false;
  }

  /** What is left. */
  rest(): readonly SqlToken[] {
    return this.tokens.slice(this.#at);
  }

  /** A name with what qualifies it; unnamed where a placeholder stands for it or nothing is there. */
  name(): SqlName {
    const parts: string[] = [];
    let isKnown = false;
    do {
      const part = this.#part();
      // SQL Server leaves the schema out between two dots.
      if (part === undefined && !isSymbol(this.peek(), '.')) break;
      isKnown = part?.isKnown ?? false;
      parts.push(part?.text ?? '');
    } while (this.takeSymbol('.'));
    return isKnown ? nameOf(parts) : unnamed;
  }

  /** `logs_${day}` is one part. Strings are no names: they may be anything. */
  #part(): { readonly text: string; readonly isKnown: boolean } | undefined {
    let text = '';
    let isKnown = false;
    let end: number | undefined;
    for (let token = this.peek(); token; token = this.peek()) {
      const isPart = token.kind === 'placeholder' || token.kind === 'word' || token.kind === 'name';
      if (!isPart || (end !== undefined && token.start !== end)) break;
      text += token.text;
      isKnown ||= token.kind !== 'placeholder' && /[^\s?]/.test(token.text);
      end = token.end;
      this.#at++;
    }
    return end === undefined ? undefined : { text, isKnown };
  }
}
