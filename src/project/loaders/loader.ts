import type { Environment, Layer } from '../../core/environment/environment';
import type { Origin } from '../../core/environment/setting';
import type { Files } from '../files';
import type { Packages } from '../packages';
import type { DialectId } from './dialects';

/** What a command line or a call in code tells a loader. Each loader's own default stands for what is left out. */
export interface LoadOptions {
  /** `--mode`, `--env` or what the command implies. It beats the variable that names the mode otherwise. */
  readonly mode?: string;
  /** Whether files win over variables that are already set. */
  readonly override?: boolean;
  /** Env files to read instead of the usual ones, in the order in which the program is given them. */
  readonly paths?: readonly string[];
  /** Whether `${NAME}` is replaced, where that is a choice. */
  readonly expand?: boolean;
  /** The project's folder, for loaders that look there rather than in the working folder. */
  readonly folder?: string;
  /** Version of the package, as its manifest or lock file has it. */
  readonly version?: string;
  /** Version of Node.js, likewise. */
  readonly nodeVersion?: string;
  /** How a file is read when only its name is known. */
  readonly dialect?: DialectId;
}

export interface LoadRequest {
  readonly files: Files;
  /** Working folder of the run, absolute. */
  readonly cwd: string;
  /** The workspace folder, absolute. */
  readonly root: string;
  /** The user's home folder, absolute. */
  readonly home: string;
  /** The variables that the program starts with. */
  readonly process: Layer;
  readonly options: LoadOptions;
}

/** That a project uses a loader, and how. */
export interface Detection {
  readonly because: Origin;
  readonly options?: LoadOptions;
}

/** One family of programs: which env files they load, and what wins. */
export interface Loader {
  readonly id: string;
  /** What a person should know of its order, in one sentence without the full stop. */
  readonly title: string;
  /** Set where one command loads the files, so that other programs of the project do not see them. */
  readonly isCommand?: true;
  /** A loader without it is chosen by a command only. */
  detect?(packages: Packages): Detection | undefined;
  /** A file that is there and cannot be read becomes a layer with a problem. */
  load(request: LoadRequest): Promise<Environment>;
}
