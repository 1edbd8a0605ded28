import type { Origin, Setting } from '../../core/environment/setting';
import type { SyntaxTrees } from '../../syntax/syntaxTrees';
import type { Files } from '../files';
import type { Input } from './readInput';
import type { Around } from './run';

export interface CommandRequest {
  readonly files: Files;
  readonly trees: SyntaxTrees;
  /** One string, as typed at a prompt. */
  readonly command: string;
  /** Absolute. */
  readonly cwd: string;
  readonly root: string;
  readonly home: string;
  /** The exported variables of the shell. */
  readonly settings: readonly Setting[];
  /** Where the command is written, if not at a prompt. */
  readonly origin?: Origin;
}

/** A line for a shell, where and how it runs. */
export interface Line {
  readonly text: string;
  readonly cwd: string;
  /** Where the command that leads to this line begins in the line that was asked about; left out for that line itself. */
  readonly at?: number;
  readonly origin: Origin;
  readonly settings: readonly Setting[];
  readonly around: Around;
  /** What its programs read where the line itself gives them nothing. */
  readonly input?: Input;
}
