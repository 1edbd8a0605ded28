import type { Origin, Setting } from '../../core/environment/setting';
import type { Files } from '../files';

/** A line of a script, with where it is written. */
export interface ScriptLine {
  readonly text: string;
  readonly origin: Origin;
  /** What the script's own file exports to it. */
  readonly settings?: readonly Setting[];
}

/** Where a script is looked for, and the variables that its lines see. */
export interface ScriptRequest {
  readonly files: Files;
  readonly cwd: string;
  readonly root: string;
  readonly settings: readonly Setting[];
}
