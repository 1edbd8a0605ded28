import type { Origin } from '../environment/setting';

export type Stage = 'production' | 'staging' | 'development' | 'test' | 'unknown';

/** From what needs most care to what needs least. */
export const stagesBySeverity = [
  'production',
  'unknown',
  'staging',
  'development',
  'test',
] as const satisfies readonly Stage[];

/** Why a stage was chosen: a sentence for a person, with where it was read. */
export interface Reason {
  /** Id of the rule, kebab-case. */
  readonly rule: string;
  readonly text: string;
  readonly origin?: Origin;
}

export interface Verdict {
  readonly stage: Stage;
  /** The deciding reason first. Never empty. */
  readonly reasons: readonly Reason[];
}

export function worstStage(stages: readonly Stage[]): Stage | undefined {
  return stagesBySeverity.find((stage) => stages.includes(stage));
}
