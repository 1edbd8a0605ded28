/** What kind of place gave a value. */
export type OriginKind =
  'shell' | 'file' | 'code' | 'command' | 'task' | 'launch' | 'settings' | 'window' | 'default';

/** Where a value comes from. */
export interface Origin {
  readonly kind: OriginKind;
  /** The variable, option or setting that held the value. */
  readonly name: string;
  /** Absolute path. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
}

/** Something that could not be read or understood, told so that a person can mend it. Never holds a value. */
export interface Problem {
  /** Absolute path. */
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
  readonly message: string;
}

/**
 * A name with a value and its origin. The value may hold a password: it is reachable by `value` only, and
 * shows up in no `JSON.stringify`, template literal or `util.inspect`.
 */
export class Setting {
  readonly #value: string;

  constructor(
    readonly name: string,
    value: string,
    readonly origin: Origin,
  ) {
    this.#value = value;
  }

  get value(): string {
    return this.#value;
  }
}
