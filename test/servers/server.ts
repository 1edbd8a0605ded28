/** A database server that a test run started, with an empty database. */
export interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** Servers that cannot be had here, and why: fit to print after "skipped:". */
export interface Missing {
  readonly kind: 'missing';
  readonly reason: string;
}
