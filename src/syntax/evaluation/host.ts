import type { Node } from 'web-tree-sitter';
import type { Origin } from '../../core/environment/setting';
import type { Step } from '../../core/environment/step';
import type { StepBudget } from './stepBudget';
import type { CallArguments, MadeValue, Value } from './value';

export interface ModuleSource {
  /** Absolute path. */
  readonly file: string;
  readonly root: Node;
}

export interface EnvFileRequest {
  /** Id of the loader; the usual one of the language if left out. */
  readonly loader?: string;
  /** The files as the code names them; left out, the loader looks for its usual ones. */
  readonly paths?: readonly string[];
  /** The folder in which the loader looks, where the code names one. */
  readonly folder?: string;
  /** The mode that the code names: `development`. */
  readonly mode?: string;
  /** Id of a loader whose files are read once more in this one's way. */
  readonly replaces?: string;
  /** Whether the file wins over variables that are already set. */
  readonly override: boolean;
  /** The file of the calling code. */
  readonly from: string;
}

/** The value of a variable, and where it is set. */
export interface Variable {
  readonly value: string;
  readonly origin: Origin;
  /** Why the file that sets it was read. */
  readonly trail?: readonly Step[];
}

/** What an interpreter asks of the project around it. */
export interface EvaluationHost {
  /** Working folder of the run, absolute. */
  readonly cwd: string;
  /** The words that the program was started with, without its own name. */
  readonly argv: readonly string[];
  /** What may be spent beyond this evaluation's own limits. */
  readonly budget: StepBudget;
  /** A variable as the process sees it at this moment. */
  variable(name: string): Variable | undefined;
  /** The version of a package of the program's language, as the project locks or declares it. */
  versionOf(name: string): string | undefined;
  /** Names of all variables that the process sees at this moment. */
  variableNames(): readonly string[];
  /** `os.environ['X'] = …` and the like. */
  setVariable(name: string, value: string, origin: Origin): void;
  /** The workspace's module of that name; `undefined` where the name is a library's, or not read yet. */
  findModule(name: string, from: string): ModuleSource | undefined;
  /** `load_dotenv()` and the like: variables of an env file join those of the process, and `because` with them. */
  loadEnvFile(request: EnvFileRequest, because?: readonly Step[]): void;
  /** A variable of an env file that the code reads without adding it to those of the process. */
  fileVariable(request: EnvFileRequest, name: string): Variable | undefined;
  /** Text of a file of the workspace, by absolute path; `undefined` where there is none, or it is not read yet. */
  readText(path: string): string | undefined;
  /** Names of the files in a folder of the workspace, by absolute path; none where it is not read yet. */
  listFiles(folder: string): readonly string[];
  /** The code did what ends a program, unless a handler catches it. */
  onRaised(): void;
  /** How often that has happened. */
  readonly raised: number;
  /** Every call of something of a library. */
  onMade(made: MadeValue & Value): void;
  /** The latest call of this full name. */
  lastMade(maker: string): (MadeValue & Value) | undefined;
  /** A value that depends on these variables was compared with, or used to look up, this text. */
  onCompared(variables: readonly string[], text: string): void;
}

/** What the code around a call gives to the meaning of the call. */
export interface CallSite {
  /** What the code sees under a dotted name (`config.ProductionConfig`), or in the module at an absolute path. */
  readonly importName: (name: string) => Value | undefined;
  /** Runs the file at an absolute path as if its code stood in the calling module, once; `by` has picked it. */
  readonly include?: (file: string, by: Value) => void;
  /** The class of the workspace of which the call makes an instance. */
  readonly type?: Value;
}

/** The meaning of one function of a library. `undefined` leaves the call as it is. */
export type Intrinsic = (
  call: CallSite & {
    readonly args: CallArguments;
    readonly origin: Origin;
    readonly host: EvaluationHost;
    /** Sets an entry or attribute; under a condition that is not known it may also not be set. */
    readonly write: (map: Map<string, Value>, key: string, value: Value) => void;
    /** What a call of another function of a library gives, made on behalf of this one. */
    readonly make: (maker: string, args: CallArguments, alias?: string) => MadeValue & Value;
    /** `value`, marked as picked by `by` where that depends on variables. */
    readonly chosen: (value: Value, by: Value, key?: string) => Value;
    /** The conditions of the call, and that `by` has picked what it takes. */
    readonly because: (by?: Value, key?: string) => readonly Step[];
  },
) => Value | undefined;
