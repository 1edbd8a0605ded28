import type { Node } from 'web-tree-sitter';
import type { Origin } from '../../../core/environment/setting';
import type { EvaluationHost } from '../host';
import type { Memory } from '../memory';
import type { CallArguments, Value } from '../value';
import type { Scope } from './scope';

/** How a statement ended: fell through, returned, or did one of both. */
export type Completion =
  undefined | { readonly kind: 'return' | 'mayReturn'; readonly value: Value };

/** What the rules for statements and expressions ask of the interpreter. */
export interface Evaluator {
  readonly host: EvaluationHost;
  readonly memory: Memory;
  block(node: Node, scope: Scope): Completion;
  expression(node: Node | null | undefined, scope: Scope): Value;
  importModule(name: string, from: string): Value;
  assign(name: string, value: Value, scope: Scope): void;
  call(callee: Value, args: CallArguments, origin: Origin, scope: Scope): Value;
  /** Whether it is known what a function of a library does. */
  hasRule(name: string): boolean;
  /** What is known of something of a library that is no function: `flask.current_app.config`. */
  externalValue(name: string, origin: Origin): Value | undefined;
  /** Runs `work` under a condition: what it assigns is marked as chosen by the variables that `value` depends on. */
  under<T>(value: Value, origin: Origin, work: () => T): T;
  /** `value`, marked as picked by `by` where that depends on variables. */
  chosen(value: Value, by: Value, origin: Origin, key?: string): Value;
  /** `value`, marked with the conditions under which it came about. */
  marked<T extends Value>(value: T): T;
  /** From here to the end of the function, everything depends on `value`. */
  hold(value: Value, origin: Origin): void;
  /** Whether two values are equal; remembers the text that a variable is compared with. */
  equal(left: Value, right: Value): boolean | undefined;
}
