import type { Expression, FunctionSymbol, Step } from '../statements/expression';
import type { Loop } from '../statements/foundCall';
import type { Names } from './names';

/** A call in a file, with what its function knows of it. */
export interface CodeCall {
  /** As it is written, the call last. */
  readonly written: readonly Step[];
  /** With the names of its function followed. */
  readonly steps: readonly Step[];
  /** What is called on its result. */
  readonly after: readonly Step[];
  readonly names: Names;
  readonly loop?: Loop;
  /** Left out at the top of the file. */
  readonly owner?: FunctionSymbol;
}

/** What is written in one file, each name as far as the file alone says what it stands for. */
export interface CodeModule {
  readonly file: string;
  /** The names at its top, which other files may take; `default` is what JavaScript exports by default. */
  readonly names: ReadonlyMap<string, Expression>;
  /** Modules of which it takes every name. */
  readonly stars: readonly string[];
  /** Every module that it names. */
  readonly imports: ReadonlySet<string>;
  readonly calls: readonly CodeCall[];
  /** What it does only where it is what is started, as a function without a name. */
  readonly main?: FunctionSymbol;
}
