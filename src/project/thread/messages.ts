/** What a thread answers: an object of methods whose arguments and answers are plain data, with settings among it. */
export type Method<Service> = keyof Service & string;

export type Arguments<Service, M extends keyof Service> = Service[M] extends (
  ...args: infer Given
) => unknown
  ? Given
  : never;

export type Answer<Service, M extends keyof Service> = Service[M] extends (
  ...args: never[]
) => infer Given
  ? Given
  : never;

export interface Question {
  readonly id: number;
  readonly method: string;
  /** With their settings packed. */
  readonly args: unknown;
}

/** Sent while a question is under way: the thread is busy, and not stuck. */
export const signOfLife = 'alive';

/** The answer with its settings packed, or what went wrong: a text without a secret. */
export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: string };
