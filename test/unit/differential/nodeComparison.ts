import type { Comparison } from './comparison';

export interface NodeComparison extends Comparison {
  /** The folder of `packages` whose modules the program finds. */
  readonly packages: string;
  /** It changes its process for good, so that each environment needs one of its own. */
  readonly isAlone?: true;
}

export type NodeRow = Omit<NodeComparison, 'packages'>;
