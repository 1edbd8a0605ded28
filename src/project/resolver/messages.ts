import type { Resolver } from './resolver';

export type Method = keyof Resolver;

export interface Question {
  readonly id: number;
  readonly method: Method;
  /** With their settings packed. */
  readonly args: unknown;
}

/** Sent while a question is under way: the thread is busy, and not stuck. */
export const signOfLife = 'alive';

/** The answer with its settings packed, or what went wrong: a text without a secret. */
export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: string };
