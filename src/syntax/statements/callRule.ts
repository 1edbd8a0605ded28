import type { OperationKind, Reach } from '../../core/operations/operation';

/**
 * An argument of the last call: by its place, or by the name of a keyword or of an entry in any of the arguments, however deep;
 * with a dot in front, of an entry of an argument itself.
 */
export type ArgumentPlace = string | number;

interface AnyRule {
  /** What the call looks like, one way or another: see `CallPattern`. Of several rules that fit, the first counts. */
  readonly match: string | readonly string[];
  /** Arguments that must be given, and be no `false`: `sync({ force: true })`. */
  readonly given?: ArgumentPlace;
  /** An argument that must be written out as this literal, not come from elsewhere: `synchronize: true`. */
  readonly says?: { readonly place: ArgumentPlace; readonly literal: string };
  /** Only a call without arguments. */
  readonly isBare?: true;
  /** What the first argument must look like; that is then what is hit. */
  readonly takes?: string;
}

/** A call that does something to data by itself. */
export interface EffectRule extends AnyRule {
  /** Kebab-case, unique in its language. */
  readonly id: string;
  readonly kind: OperationKind;
  /** Fixed, where it does not follow from what picks the records. */
  readonly reach?: Reach;
  /** The arguments that pick what is hit, the first of them that is given. Without any, everything is. */
  readonly filter?: readonly ArgumentPlace[];
  /** The arguments that limit it to one, the first of them that is given. */
  readonly single?: readonly ArgumentPlace[];
  /**
   * What on. `#row` reads as far as the call reaches: every row, rows, one row. `{table}` is a step of the pattern, `{0}` an
   * argument by its place, `{name}` one by its name.
   */
  readonly subject: string;
  readonly takesAll?: true;
}

/** A call that has a database execute SQL. */
export interface SqlRule extends AnyRule {
  readonly sql: ArgumentPlace;
  /** It is executed once for each of many sets of values. */
  readonly isRepeated?: true;
}

/** A call that starts a command of the catalogue: its texts are the words. */
export interface CommandRule extends AnyRule {
  readonly command: string;
}

/** A call with a list of calls in it: `bulkWrite([{ deleteMany: { filter } }])`. */
export interface BulkRule extends AnyRule {
  readonly bulk: ArgumentPlace;
}

/** A call that executes a file of the same language. */
export interface IncludeRule extends AnyRule {
  readonly include: ArgumentPlace;
}

export type CallRule = EffectRule | SqlRule | CommandRule | BulkRule | IncludeRule;
