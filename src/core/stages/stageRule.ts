import type { Environment } from '../environment/environment';
import type { Target } from '../targets/target';
import type { InstalledPackages } from './frameworkVariables';
import type { Label } from './labels';
import type { Place } from './place';
import type { Reason, Stage } from './stage';

export interface StageFacts {
  /** A target with one endpoint, or with none where its place is not known. */
  readonly target: Target;
  readonly place: Place;
  readonly labels: readonly Label[];
  readonly environment: Environment;
  readonly packages?: InstalledPackages | undefined;
  /** Variables that the project's own code asks for, where that was followed. */
  readonly reads?: ReadonlySet<string> | undefined;
}

export interface Finding {
  readonly stage: Stage;
  /** The deciding sentence first. Never empty. */
  readonly reasons: readonly Omit<Reason, 'rule'>[];
}

/** One piece of knowledge about what tells a stage. */
export interface StageRule {
  /** Kebab-case of the file's name. */
  readonly id: string;
  assess(facts: StageFacts): Finding | undefined;
}
