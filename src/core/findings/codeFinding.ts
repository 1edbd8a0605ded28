import type { Operation } from '../operations/operation';
import type { DatabaseSystem } from '../targets/target';

/** A piece of one file; 1-based, the end exclusive. */
export interface CodeRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * How well what is called is known: followed from the library to the call, known by all but its origin, or known by its
 * name alone.
 */
export type Confidence = 'certain' | 'likely' | 'possible';

/** What picks the database that a call reaches. */
export type FindingBinding =
  /** A model class by the file that it is written in. */
  | { readonly kind: 'model'; readonly name: string; readonly file: string }
  /** A client by the call that makes it. */
  | { readonly kind: 'client'; readonly file: string; readonly line: number };

/** A place in code that destroys data, or writes over much of it. */
export interface CodeFinding extends Pick<
  Operation,
  'kind' | 'reach' | 'subject' | 'rule' | 'takesAll'
> {
  /** From the called name to the end of the call; of a call over several lines, the name alone. */
  readonly range: CodeRange;
  /** The library or the language of the statement, as its users write it: `mongoengine`, `Prisma`, `SQL`. */
  readonly api: string;
  /** Of the database, where the library is for one only. */
  readonly system?: DatabaseSystem;
  readonly confidence: Confidence;
  /** What a tired person would not see, in a sentence. */
  readonly trap?: string;
  readonly binding?: FindingBinding;
  /** The function that it is written in: `Families.clear`; left out at the top of a file. */
  readonly owner?: string;
}
