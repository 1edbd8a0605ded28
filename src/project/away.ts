import type { Origin } from '../core/environment/setting';
import type { AssessedTarget, Resolution } from './resolution';

/** A run on another machine whose code and variables nobody here can read. */
export function resolveAway(via: string, origin: Origin): Resolution {
  return { targets: [unknownTarget(via, origin)], missing: [], problems: [], readBy: [] };
}

/** A path names a file of the machine where the run is. */
export function withoutLocalFiles(resolution: Resolution, via: string): Resolution {
  const targets = resolution.targets.map((assessed): AssessedTarget => {
    const { origin, system, endpoints } = assessed.target;
    return endpoints.some(({ kind }) => kind === 'file')
      ? unknownTarget(via, origin, system)
      : assessed;
  });
  return { ...resolution, targets };
}

function unknownTarget(
  via: string,
  origin: Origin,
  system: AssessedTarget['target']['system'] = 'unknown',
): AssessedTarget {
  const unresolved = `It runs elsewhere (${via}), and what it reads there cannot be seen from here.`;
  const target = {
    ...{ system, endpoints: [], unresolved, origin },
    ...{ overrides: [], doubts: [], standby: false },
  };
  return {
    target,
    stage: 'unknown',
    reasons: [{ rule: 'unresolved-place', text: unresolved, origin }],
  };
}
