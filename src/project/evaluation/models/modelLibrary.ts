import type { Origin } from '../../../core/environment/setting';
import type { MadeValue, Value } from '../../../syntax/evaluation/value';
import type { Evaluation } from '../evaluation';

/** The connections that a model may use. */
export interface Binding {
  /** The calls that connect it, as in `Target.call`; several where it is not known which one it is. Empty where none is found. */
  readonly calls: readonly Origin[];
  /** As in `Target.alias`, or the name that models give of their connection; left out where it is not known. */
  readonly alias?: string;
}

export type Connection = MadeValue & Value;

/** How the models of one library find their database. */
export interface ModelLibrary {
  readonly name: string;
  /** The base class of models, by full name. */
  readonly base: RegExp;
  bind(model: Value, evaluation: Evaluation): Binding;
}
