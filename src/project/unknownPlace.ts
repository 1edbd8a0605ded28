import type { Origin } from '../core/environment/setting';
import type { DatabaseSystem } from '../core/targets/target';
import type { AssessedTarget, Resolution } from './resolution';

/** A run that may reach a database, of which nothing can be told from here. `reason` is a sentence. */
export function unknownPlace(
  reason: string,
  origin: Origin,
  system: DatabaseSystem = 'unknown',
): Resolution {
  return {
    targets: [unknownTarget(reason, origin, system)],
    missing: [],
    problems: [],
    readBy: [],
  };
}

/** A run on another machine whose code and variables nobody here can read. */
export function resolveAway(via: string, origin: Origin): Resolution {
  return unknownPlace(awayReason(via), origin);
}

/** A path names a file of the machine where the run is. */
export function withoutLocalFiles(resolution: Resolution, via: string): Resolution {
  const targets = resolution.targets.map((assessed) => {
    const { origin, system, endpoints } = assessed.target;
    return endpoints.some(({ kind }) => kind === 'file')
      ? unknownTarget(awayReason(via), origin, system)
      : assessed;
  });
  return { ...resolution, targets };
}

function awayReason(via: string): string {
  return `It runs elsewhere (${via}), and what it reads there cannot be seen from here.`;
}

function unknownTarget(reason: string, origin: Origin, system: DatabaseSystem): AssessedTarget {
  return {
    target: {
      system,
      endpoints: [],
      unresolved: reason,
      origin,
      overrides: [],
      doubts: [],
      standby: false,
    },
    stage: 'unknown',
    reasons: [{ rule: 'unresolved-place', text: reason, origin }],
  };
}
