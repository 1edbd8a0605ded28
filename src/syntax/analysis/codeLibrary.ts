import type { DatabaseSystem } from '../../core/targets/target';
import type { LanguageId } from '../languages';
import type { CallRule } from '../statements/callRule';
import type { Narrowing } from '../statements/pickedReach';
import type { Confidence } from '../../core/findings/codeFinding';

/**
 * A rule for calls in files. Its `match` is a `CallPattern` on the chain with every name followed to what it stands for:
 * variables, parameters, attributes, results of functions, across files, down to the module of a library.
 */
export type LibraryRule = CallRule & {
  /** `certain` where left out. `likely` and `possible` are for chains whose beginning could not be followed. */
  readonly confidence?: Confidence;
  /** What a tired person would not see, in a sentence. */
  readonly trap?: string;
  /** The same, where nothing picks what is hit, or only what is always true. */
  readonly unfilteredTrap?: string;
  /** The same, where what picks it may be undefined at run time: `{ where: { id: user?.id } }`. */
  readonly undefinedTrap?: string;
};

/** What the calls of one library do to data. */
export interface CodeLibrary {
  /** As its users write it: `mongoengine`, `Prisma`. */
  readonly name: string;
  readonly languages: readonly LanguageId[];
  /** Where it is for one system only. */
  readonly system?: DatabaseSystem;
  /** The module names that a file, or one that it imports from, must have for `likely` and `possible` rules to count. */
  readonly modules: readonly string[];
  /**
   * Kinds of classes by the chains of their base classes, which descend through classes of the workspace:
   * `{ Document: ['<mongoengine>.**.Document|DynamicDocument'] }`. `{Model is Document}` in a pattern is such a class.
   * Methods of the kind `Test` run on a database that is made for them.
   */
  readonly classes?: Readonly<Record<string, readonly string[]>>;
  /** Names for steps that are often taken: `{ query: 'filter|exclude|order_by' }` is `(query)`, and `(query)*` any number of it. */
  readonly steps?: Readonly<Record<string, string>>;
  /** Steps by which queries pick less than everything. */
  readonly narrowing?: Readonly<Record<string, Narrowing>>;
  /** Of several rules that fit, the first counts. */
  readonly rules: readonly LibraryRule[];
}
