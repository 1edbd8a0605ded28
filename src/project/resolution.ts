import type { Origin, Problem } from '../core/environment/setting';
import { worstStage, type Reason, type Stage } from '../core/stages/stage';
import type { Target } from '../core/targets/target';

export interface AssessedTarget {
  readonly target: Target;
  readonly stage: Stage;
  /** The deciding reason first. Never empty. */
  readonly reasons: readonly Reason[];
}

/** A variable that should have been set for this run to be safe. */
export interface Missing {
  readonly name: string;
  readonly expected: readonly string[];
  /** What the code does without it: the end of a sentence that starts with the place. */
  readonly because: string;
  /** Where the code decides. */
  readonly origin: Origin;
}

export type Basis = 'command' | 'code' | 'program' | 'folder';

/** Which databases a run would reach, and how that is known. */
export interface Resolution {
  /** The first is the one the run would use; standby targets come last. */
  readonly targets: readonly AssessedTarget[];
  readonly missing: readonly Missing[];
  readonly problems: readonly Problem[];
  /** Lines of env files that count for nothing, though a person may expect them to. Left out where nobody has looked. */
  readonly remarks?: readonly Problem[];
  /**
   * What it is known by: the words of the program (`command`), its code (`code`), or only what other programs of its folder
   * would do, be it code of the project (`program`) or anything else (`folder`). Left out for a folder without a command.
   */
  readonly basis?: Basis;
  /** How the settings were read, as a person would say it: "Next.js reads .env.local before .env". */
  readonly readBy: readonly string[];
}

/** The worst stage among the targets a run would use, `undefined` where it would use none. */
export function stageOf({ targets }: Resolution): Stage | undefined {
  return worstStage(targets.filter(({ target }) => !target.standby).map(({ stage }) => stage));
}

/** The target that gives a resolution its stage: the first of the worst. */
export function decidingTarget(resolution: Resolution): AssessedTarget | undefined {
  const stage = stageOf(resolution);
  return resolution.targets.find(({ target, stage: own }) => !target.standby && own === stage);
}

/** Where the answer is a safe one, nothing was missing. */
export function withoutNeedless(resolution: Resolution): Resolution {
  const stage = stageOf(resolution);
  return stage === 'development' || stage === 'test' ? { ...resolution, missing: [] } : resolution;
}
