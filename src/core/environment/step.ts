import type { Origin } from './setting';

/** One step of the way that a value came through code: told to people, and searched for the variables that decide. */
export type Step =
  /** An environment variable was read; `isSet` is false where a fall-back was taken instead. */
  | {
      readonly kind: 'read';
      readonly name: string;
      readonly isSet: boolean;
      readonly origin: Origin;
    }
  /** One of several was picked, by something that depends on these variables. */
  | {
      readonly kind: 'chosen';
      readonly by: readonly string[];
      /** Name of the class that was picked, where it is one. */
      readonly choice?: string;
      readonly origin: Origin;
    }
  /** A literal that gave (a part of) the value. */
  | { readonly kind: 'written'; readonly origin: Origin };
