import type { CleanUp } from '../cleanUp';
import type { Figure } from './figure';

export interface Workbench {
  /** A folder that is removed at the end. */
  readonly scratch: string;
  readonly cleanUp: CleanUp;
  /** Bundles a module of this folder as the extension is bundled, and tells where it is. */
  build(name: string): Promise<string>;
}

export type Bench = (workbench: Workbench) => Promise<readonly Figure[]>;
