import type { Node } from 'web-tree-sitter';
import type { Origin } from '../../../core/environment/setting';
import type { EvaluationHost } from '../host';
import type { Memory } from '../memory';
import type { CallArguments, Value } from '../value';
import type { Scope } from './scope';

/** How a statement left its block, if it did; `isCertain` is false where it may also have fallen through. */
export type Completion =
  | undefined
  | {
      readonly kind: 'return' | 'break' | 'continue';
      readonly isCertain: boolean;
      readonly value: Value;
    };

/** What the rules for statements and expressions ask of the interpreter. */
export interface Evaluator {
  readonly host: EvaluationHost;
  readonly memory: Memory;
  /** Variables of the process that code may have set, where it is not known whether it did. */
  readonly uncertainVariables: Map<string, Value>;
  /** Whether the code threw, or ended the process; a `try` takes it back. */
  isStopped: boolean;
  block(nodes: readonly Node[], scope: Scope): Completion;
  statement(node: Node, scope: Scope): Completion;
  expression(node: Node | null | undefined, scope: Scope): Value;
  /** What `require` of that name gives, or the names of a module of the workspace. */
  importModule(name: string, from: string): Value;
  assign(name: string, value: Value, scope: Scope): void;
  call(callee: Value, args: CallArguments, origin: Origin): Value;
  construct(callee: Value, args: CallArguments, origin: Origin): Value;
  /** Follows both ways of a branch. */
  both(first: () => Completion, second: () => Completion): Completion;
  either(first: () => Value, second: () => Value): Value;
  /** Runs `work` under a condition: what it assigns is marked as chosen by the variables that `value` depends on. */
  under<T>(value: Value, origin: Origin, work: () => T, choice?: string): T;
  /** From here to the end of the function, everything depends on `value`. */
  hold(value: Value, origin: Origin): void;
  /** `value`, marked with the conditions under which it came about. */
  marked<T extends Value>(value: T): T;
  /** `value`, marked as picked by `by` where that depends on variables. */
  chosen(value: Value, by: Value, origin: Origin, key?: string): Value;
  /** Whether two values are equal; remembers the text that a variable is compared with. */
  equal(left: Value, right: Value): boolean | undefined;
  /** Runs the body of a function; `undefined` where calls are nested too deeply. */
  nested<T>(work: () => T): T | undefined;
  /** Counts work beyond that of the nodes themselves; false when there was too much. */
  spend(steps: number): boolean;
}
