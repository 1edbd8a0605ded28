import type { Origin } from '../../../core/environment/setting';
import type { CallArguments, Value } from '../value';
import type { Evaluator } from './evaluator';

/** The meaning of one function that needs the interpreter itself. `undefined` leaves the call as it is. */
export type Builtin = (
  evaluator: Evaluator,
  args: readonly Value[],
  origin: Origin,
  call: CallArguments,
) => Value | undefined;
