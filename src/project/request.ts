import type { Layer } from '../core/environment/environment';
import type { Label } from '../core/stages/labels';
import { StepBudget } from '../syntax/evaluation/stepBudget';
import type { SyntaxTrees } from '../syntax/syntaxTrees';
import type { CodeModules } from './analysis/codeModules';
import type { ModuleCache } from './evaluation/moduleCache';
import type { DevelopmentVariable } from './developmentVariables';
import type { Files } from './files';
import type { LiveListeners } from './listeners/listeners';

export interface ResolveRequest {
  /** Working folder of the run, absolute. */
  readonly cwd: string;
  /** The workspace folder: manifests are not looked for above it. */
  readonly root: string;
  /** The variables that the run starts with. */
  readonly process: Layer;
  /** True where those are the variables of a live shell, as it has told them itself. */
  readonly isShellSeen?: boolean;
  readonly labels: readonly Label[];
  /** What the team has stated in the workspace's settings. */
  readonly developmentVariables: readonly DevelopmentVariable[];
  /** The user's home folder, where database clients keep files of their own. */
  readonly home: string;
  /** Where nothing is known of a program, what others of its folder would reach is left out. */
  readonly skipsFolder?: boolean;
  /** One string, as typed at a prompt. Without it the answer is for whatever is started in the folder. */
  readonly command?: string;
}

/** What a resolution reads with. One serves many requests: it keeps the trees of unchanged source files. */
export interface Reader {
  readonly files: Files;
  readonly trees: SyntaxTrees;
  readonly modules: ModuleCache;
  /** The files of the project as what destroys data in them is looked for. */
  readonly code: CodeModules;
  /** Of one question: see `freshReader`. */
  readonly budget?: StepBudget;
  /** Who answers on this machine. */
  readonly listeners: LiveListeners;
}

/** The reader for one question, which has a limit to what following code may cost. */
export function freshReader(reader: Reader): Reader {
  return { ...reader, budget: new StepBudget() };
}
