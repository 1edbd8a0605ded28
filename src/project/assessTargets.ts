import { assess } from '../core/stages/assess';
import type { Target } from '../core/targets/target';
import type { StageFacts } from '../core/stages/stageRule';
import type { Listeners } from './listeners/listeners';
import type { AssessedTarget } from './resolution';
import { followTunnels } from './tunnels';

export interface AssessFacts extends Omit<StageFacts, 'target' | 'place'> {
  readonly listeners: Listeners;
}

/** Each target as it is behind the tunnels of this machine, with its stage. */
export function assessTargets(
  targets: readonly Target[],
  facts: AssessFacts,
): Promise<AssessedTarget[]> {
  return Promise.all(
    targets.map(async (found) => {
      const target = await followTunnels(found, facts.listeners);
      return { target, ...assess(target, facts) };
    }),
  );
}
