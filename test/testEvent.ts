/** What the tests inside a window tell the outside, in the order in which it happens. */
export type TestEvent =
  | { readonly kind: 'started'; readonly tests: number }
  | { readonly kind: 'suite'; readonly title: string; readonly depth: number }
  | { readonly kind: 'passed'; readonly title: string; readonly depth: number; readonly ms: number }
  | {
      readonly kind: 'skipped';
      readonly title: string;
      readonly depth: number;
      readonly reason?: string;
    }
  | {
      readonly kind: 'failed';
      readonly title: string;
      readonly depth: number;
      readonly error: string;
    }
  | { readonly kind: 'ended' };
