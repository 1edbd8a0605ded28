import type { PayloadLanguage } from '../../core/operations/payload';
import type { CallRule } from './callRule';
import type { CodeGrammar } from './codeGrammar';
import type { Narrowing } from './pickedReach';

/** One language of statements: its grammar, and what its libraries do to data. */
export interface CodeLanguage {
  readonly payload: PayloadLanguage;
  readonly grammar: CodeGrammar;
  /** Turns commands of a shell, which are no code, into code of as many lines. */
  readonly prepare?: (text: string) => string;
  readonly rules: readonly CallRule[];
  /** Steps by which queries pick less than everything. */
  readonly narrowing: Readonly<Record<string, Narrowing>>;
  /** Calls that hand a function what they are called on: each of it, or as it is. */
  readonly callbacks: Readonly<Record<string, 'each' | 'same'>>;
  /** Calls that give their first argument on. */
  readonly passes: readonly string[];
}
