import type { Label } from '../../core/stages/labels';
import type { Grammar } from '../../core/targets/grammar';
import type { Listeners } from '../listeners/listeners';

/** What targets are read and judged with. */
export interface TargetFacts {
  readonly labels: readonly Label[];
  readonly grammars: readonly Grammar[];
  readonly listeners: Listeners;
}
