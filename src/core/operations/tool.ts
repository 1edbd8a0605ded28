import type { Command, CommandShape } from './command';
import type { OperationKind, Reach } from './operation';
import type { Payload, PayloadLanguage } from './payload';
import type { ResourcePlace } from './resourcePlace';

/** One thing that a command of a tool does to data. */
export interface CommandRule {
  /** Kebab-case, unique in the catalogue. */
  readonly id: string;
  /** What the command looks like, in one way or in several: see `CommandPattern`. */
  readonly match: string | readonly string[];
  /** What it must not look like: a narrower rule says it better. */
  readonly unless?: string | readonly string[];
  readonly kind: OperationKind;
  /** `all` where it is left out. */
  readonly reach?: Reach;
  /**
   * What on: `the instance {--instance-ids}`. `{*}` stands for the words behind the pattern, `{2-}` for those from the second
   * of all on, `{last}` for the last, `{--name|-n}` for an option's values; `[ of {--server}]` is left out where nothing is
   * there. What a placeholder stands for is a name of the resource, and may say an environment.
   */
  readonly subject: string;
  readonly takesAll?: true;
}

/** Statements that a command has in the value of an option. */
export interface CarriedStatements {
  /** See `CommandPattern`. */
  readonly match: string;
  /** Without dashes. */
  readonly option: string;
  readonly language: PayloadLanguage;
}

/** A catalogue entry: what the commands of one program do to data. */
export interface Tool {
  /** Base names that it is started by. */
  readonly names: readonly string[];
  /** Left out for programs whose options take the next word. */
  readonly shape?: CommandShape;
  /** Every rule that fits counts. */
  readonly rules: readonly CommandRule[];
  /** Patterns of commands that reach data of no project, or only read: a missing variable does not matter to them. */
  readonly harmless?: readonly string[];
  /** Patterns of commands that only show what they would do, or their help. `--help` always does. */
  readonly idle?: readonly string[];
  /** Whose command it really is, program first: `python manage.py flush` is one of `manage.py`. */
  delegate?(command: Command): readonly string[] | undefined;
  /** The programs that it may be; any program where it is left out. */
  readonly delegates?: readonly string[];
  readonly carried?: readonly CarriedStatements[];
  /** What the command gives its program to execute, where that takes more to tell. */
  payloads?(command: Command): readonly Payload[];
  /** Where the resources are, for commands that reach no database by themselves. */
  place?(command: Command): ResourcePlace | undefined;
}
