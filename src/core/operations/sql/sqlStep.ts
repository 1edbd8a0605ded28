import type { Operation } from '../operation';
import type { SqlName } from './sqlName';

/** What an operation of a statement is, before its place in the text is known. */
export type SqlEffect = Pick<Operation, 'kind' | 'reach' | 'subject' | 'rule' | 'takesAll'>;

/** What a statement does, in the order of the text. */
export type SqlStep =
  | {
      readonly kind: 'effect';
      readonly effect: SqlEffect;
      /** What it is done to. */
      readonly on: SqlName;
      /** 1-based. */
      readonly line: number;
    }
  /** From here on the table or database is the text's own: what becomes of it costs nothing. */
  | { readonly kind: 'own'; readonly name: SqlName }
  /** From here on another database is meant: psql's `\c`. */
  | { readonly kind: 'connect'; readonly to: string }
  | { readonly kind: 'begin' | 'commit' }
  /** `to` is a savepoint. */
  | { readonly kind: 'rollback'; readonly to?: string }
  | { readonly kind: 'savepoint'; readonly name: string };
