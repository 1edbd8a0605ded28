import { redact } from './redact';

/**
 * A connection string with whatever password it holds. Prints redacted everywhere; `reveal()` is for the grammars in
 * `core/targets` and for `databases/` (the architecture test sees to that).
 */
export class ConnectionUrl {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return redact(this.#text);
  }

  toJSON(): string {
    return this.toString();
  }
}
