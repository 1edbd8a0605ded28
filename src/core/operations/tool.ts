import type { OptionShape } from '../targets/tools/toolOptions';
import type { Command } from './command';
import type { OperationKind, Reach } from './operation';
import type { Payload } from './payload';
import type { ResourcePlace } from './resourcePlace';

/** One thing that a command of a tool does to data. */
export interface CommandRule {
  /** Kebab-case, unique in the catalogue. */
  readonly id: string;
  /** What the command looks like: see `CommandPattern`. */
  readonly match: string;
  readonly kind: OperationKind;
  /** `all` where it is left out. */
  readonly reach?: Reach;
  /**
   * What on. `{*}` stands for the words behind the pattern, `{--name}` for an option's value: `the instance {--instance-ids}`.
   * A subject whose placeholder is empty loses it.
   */
  readonly subject: string;
  readonly takesAll?: true;
}

/** A catalogue entry: what the commands of one program do to data. */
export interface Tool {
  /** Base names that it is started by. */
  readonly names: readonly string[];
  /** Options that take a value; left out for programs whose long options take the next word. */
  readonly shape?: OptionShape;
  /** Every rule that fits counts. */
  readonly rules: readonly CommandRule[];
  /** Patterns of commands that reach data of no project, or only read: a missing variable does not matter to them. */
  readonly harmless?: readonly string[];
  /** Whose command it really is, program first: `python manage.py flush` is one of `manage.py`. */
  delegate?(command: Command): readonly string[] | undefined;
  /** What the command gives its program to execute. */
  payloads?(command: Command): readonly Payload[];
  /** Where the resources are, for tools that reach no database by themselves. */
  place?(command: Command): ResourcePlace;
}
