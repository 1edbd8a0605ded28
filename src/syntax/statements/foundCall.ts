import type { Step } from './expression';
import type { Scope } from './scope';

/** A loop around a call. */
export interface Loop {
  /** What it goes over; left out where that is not known. */
  readonly source?: readonly Step[];
  /** Not every turn comes to the call. */
  readonly isConditional: boolean;
}

/** A call with all that says what it hits. */
export interface FoundCall {
  /** As it is written, the call last. */
  readonly written: readonly Step[];
  /** With the first name replaced by what it stands for. */
  readonly steps: readonly Step[];
  /** What is called on its result. */
  readonly after: readonly Step[];
  /** What the names in its arguments stand for. */
  readonly scope: Pick<Scope, 'resolve' | 'resolveChain'>;
  readonly loop?: Loop;
}
