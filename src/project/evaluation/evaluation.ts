import type { Environment, Layer } from '../../core/environment/environment';
import type { InstalledPackages } from '../../core/stages/frameworkVariables';
import type { EvaluationHost, ModuleSource } from '../../syntax/evaluation/host';
import type { StepBudget } from '../../syntax/evaluation/stepBudget';
import type { MadeValue, Value } from '../../syntax/evaluation/value';
import type { LanguageId } from '../../syntax/languages';
import type { Files } from '../files';
import type { Start } from './entries';
import type { ModuleCache } from './moduleCache';

export interface EvaluationRequest {
  readonly files: Files;
  readonly modules: ModuleCache;
  /** Shared with all that is followed for the same question; left out, this evaluation has one of its own. */
  readonly budget?: StepBudget;
  /** Working folder of the run, absolute. */
  readonly cwd: string;
  /** The workspace folder, absolute. */
  readonly root: string;
  readonly home: string;
  /** The variables that the run starts with. */
  readonly process: Layer;
  /** What the manifests ask for, where they were read. */
  readonly packages?: InstalledPackages;
  /** The file that is started, absolute. */
  readonly entry: string;
  /** `__main__` for a script; the name it is imported by otherwise. */
  readonly name: string;
  /** The words that the program is started with, without its own name. */
  readonly argv?: readonly string[];
  /** What the command does with the module once it is loaded. */
  readonly starts?: Start;
  /** What a tool has loaded before it starts the file: weaker than the variables of the process. */
  readonly loaded?: readonly Layer[];
}

/** What following the code of a program gave. */
export interface Evaluation {
  /** The module that is started. */
  readonly module: Value;
  /** Every module that was reached. */
  readonly modules: readonly Value[];
  /** Calls of libraries, in the order of the program. */
  readonly made: readonly (MadeValue & Value)[];
  /** Texts that values depending on a variable were compared with. */
  readonly compared: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of the variables that the code asked for. */
  readonly reads: ReadonlySet<string>;
  /** The variables at the end, with what the code itself loaded and set. */
  readonly environment: Environment;
}

export interface Followed {
  readonly module: Value;
  /** Every module that was reached. */
  readonly modules: readonly Value[];
}

/** The text of a file that says where modules are; `undefined` where there is none, or it is not read yet. */
export type ReadText = (file: string) => string | undefined;

/** How the programs of one language are followed. */
export interface ProgramLanguage {
  readonly ecosystem: 'node' | 'python';
  /** Id of the loader that reads env files where the code names no other. */
  readonly loader: string;
  /** The grammar of a file by its name. */
  grammarOf(file: string): LanguageId;
  /** The files that a module's name may mean, most likely first. */
  candidates(name: string, from: string, request: EvaluationRequest, read: ReadText): string[];
  /** Follows the program from its entry module. */
  follow(host: EvaluationHost, source: ModuleSource, request: EvaluationRequest): Followed;
}
