import type { CommandExplanation } from '../../project/explainCommand';
import type { StopNotice } from '../../project/gate/stopNotice';

/** A command that was not let through at once. */
export interface Stop {
  readonly command: string;
  /** Absolute. */
  readonly cwd: string;
  readonly explanation: CommandExplanation;
  readonly notice: StopNotice;
}
