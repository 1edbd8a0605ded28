import type { Origin } from '../environment/setting';
import type { ResourcePlace } from './resourcePlace';

/** What is done to data, or to what holds it. `migrate` is a change of the schema that takes nothing away by itself. */
export type OperationKind =
  | 'insert'
  | 'update'
  | 'migrate'
  | 'delete'
  | 'truncate'
  | 'drop'
  | 'overwrite'
  /** A machine, a container or a service that holds data is stopped or removed. */
  | 'terminate';

/** How much of its subject: one record, those that a filter picks, or everything. */
export type Reach = 'one' | 'some' | 'all';

/** What a statement or a command would do. A command that only reads has none. */
export interface Operation {
  readonly kind: OperationKind;
  readonly reach: Reach;
  /** What on, as it reads behind a verb: `the table games`, `every row of games`, `the instance i-0abc`. */
  readonly subject: string;
  /** Id of the rule that found it, kebab-case. */
  readonly rule: string;
  /** Nothing of the database, server, cluster or account is left behind. */
  readonly takesAll?: true;
  /** Where it is written, if not on the line itself. */
  readonly origin?: Origin;
  /** The line by which the program that is started comes there, if that is another. */
  readonly calledFrom?: Origin;
  /** What its client was told before to connect to instead, in order, as psql's `\c` has it. May hold passwords. */
  readonly moves?: readonly string[];
  /** What holds the data, where that is none of the databases that the run connects to. */
  readonly place?: ResourcePlace;
}

const destructiveKinds: ReadonlySet<OperationKind> = new Set([
  'delete',
  'truncate',
  'drop',
  'overwrite',
  'terminate',
]);

/** Whether data is gone afterwards: an update of everything leaves no more behind than a delete. */
export function destroys({ kind, reach }: Pick<Operation, 'kind' | 'reach'>): boolean {
  return destructiveKinds.has(kind) || (kind === 'update' && reach === 'all');
}
