import type { ModelBinding } from '../evaluation/modelBindings';
import type { AssessedTarget } from '../resolution';

/** What is known of the databases of whatever would run a file. */
export interface FileRuns {
  /** Those that its own code comes to, itself or by what it imports, where it is started by itself. */
  readonly own: readonly AssessedTarget[];
  /** Those that anything started in its project would use. */
  readonly project: readonly AssessedTarget[];
  /** The models that its code comes to. */
  readonly models: readonly ModelBinding[];
}
