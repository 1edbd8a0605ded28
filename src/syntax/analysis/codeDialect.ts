import type { CodeGrammar } from '../statements/codeGrammar';
import type { ImportReader } from './imports/importedName';

/** How the files of one language are understood as modules. */
export interface CodeDialect {
  readonly grammar: CodeGrammar;
  readonly imports: ImportReader;
  /** What a method calls what it is called on: `this`; in Python, its first parameter. */
  readonly self: 'this' | 'self' | 'parameter';
  /** What is named without `this` may be its own. */
  readonly selfIsLeftOut?: true;
  /** Names of the class that a method is written in: `self` and `static` of PHP. */
  readonly ownClass?: readonly string[];
  /** The last expression of a function is what it returns. */
  readonly returnsLast?: true;
  /** A file is imported for the class that it is called after. */
  readonly isClassPerFile?: true;
  /** The method that makes an instance, whose parameters may be fields. */
  readonly maker?: string;
  /** Calls that give a module by its name. */
  readonly requires?: readonly string[];
  /** Where comments and types name a module; the name is its first group. Global. */
  readonly mentions?: RegExp;
  /** Calls that hand a function what they are called on: each of it, or as it is. */
  readonly callbacks: Readonly<Record<string, 'each' | 'same'>>;
  /** Calls that keep the functions they are handed for later. */
  readonly defers?: RegExp;
  /** The condition by which a file asks whether it is what was started. */
  readonly mainGuard?: RegExp;
  /** Calls that give their first argument on. */
  readonly passes: readonly string[];
  /** Calls that give what the function gives that is their first argument. */
  readonly results?: readonly string[];
}
