/** How one case of other people's test data went. */
export type Outcome =
  | { readonly id: string; readonly group?: string; readonly kind: 'passed' }
  | {
      readonly id: string;
      readonly group?: string;
      readonly kind: 'failed';
      readonly detail: string;
    }
  /** A case that is knowingly not followed; the reason is printed. */
  | { readonly id: string; readonly kind: 'notFollowed'; readonly reason: string };

/** The cases of one `.jsonl` file. */
export interface Suite {
  readonly file: string;
  /** The share of a group's cases that must pass, where that is less than all of them. */
  readonly rates?: Readonly<Record<string, number>>;
  run(rows: readonly unknown[]): readonly Outcome[] | Promise<readonly Outcome[]>;
}
