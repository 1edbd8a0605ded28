import type { Command } from './command';
import type { Listener } from './listener';

/** One kind of program that stands between a client and its database, or is that database. */
export interface TunnelKind {
  /** Kebab-case of the file's name, or a table row's own. */
  readonly id: string;
  /** Lower case, without folder and `.exe`. */
  readonly programs: readonly string[];
  /** `undefined` when this use of the program is something else. */
  read(command: Command): Listener | undefined;
}
