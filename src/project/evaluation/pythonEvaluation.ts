import { dirname, join, resolve } from 'node:path';
import { Environment, type Layer } from '../../core/environment/environment';
import { Setting, type Origin } from '../../core/environment/setting';
import type { EnvFileRequest, EvaluationHost, ModuleSource } from '../../syntax/evaluation/host';
import { PythonInterpreter } from '../../syntax/evaluation/python/interpreter';
import { pythonIntrinsics } from '../../syntax/evaluation/python/intrinsics';
import type { MadeValue, Value } from '../../syntax/evaluation/value';
import type { Files } from '../files';
import { pythonDotenv } from '../loaders/python';
import type { ModuleCache } from './moduleCache';

export interface EvaluationRequest {
  readonly files: Files;
  readonly modules: ModuleCache;
  /** Working folder of the run, absolute. */
  readonly cwd: string;
  /** The workspace folder, absolute. */
  readonly root: string;
  readonly home: string;
  /** The variables that the run starts with. */
  readonly process: Layer;
  /** The file that is started, absolute. */
  readonly entry: string;
  /** `__main__` for a script; the name it is imported by otherwise. */
  readonly name: string;
}

/** What following the code of a program gave. */
export interface Evaluation {
  readonly module: Value;
  /** Calls of libraries, in the order of the program. */
  readonly made: readonly (MadeValue & Value)[];
  /** Texts that values depending on a variable were compared with. */
  readonly compared: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of the variables that the code asked for. */
  readonly reads: ReadonlySet<string>;
  /** The variables at the end, with what the code itself loaded and set. */
  readonly environment: Environment;
}

/** More modules than a program's configuration imports; fewer than the cache keeps. */
const mostModules = 300;

/** Imports lead from file to file; each round reads what the one before asked for. */
const mostRounds = 24;

/** Follows a Python program from its entry file. Nothing is run, and no file outside of the workspace is read. */
export async function evaluatePython(request: EvaluationRequest): Promise<Evaluation | undefined> {
  const known = new Knowledge(request);
  await known.readModule(request.entry);
  for (let round = 0; round < mostRounds; round++) {
    const source = known.modules.get(request.entry);
    if (!source) return undefined;
    const host = new Host(request, known);
    const module = new PythonInterpreter(host, pythonIntrinsics).module(source, request.name);
    if (!(await known.readWanted()) || round === mostRounds - 1)
      return { ...host.result(), module };
  }
  return undefined;
}

/** What was read so far, and what the code asked for beyond it. */
class Knowledge {
  /** `undefined` for a file that is not there. */
  readonly modules = new Map<string, ModuleSource | undefined>();
  readonly envFiles = new Map<string, readonly Layer[]>();
  readonly #wantedModules = new Set<string>();
  readonly #wantedEnvFiles = new Map<string, EnvFileRequest>();

  constructor(private readonly request: EvaluationRequest) {}

  wantModule(file: string): void {
    this.#wantedModules.add(file);
  }

  wantEnvFile(key: string, request: EnvFileRequest): void {
    this.#wantedEnvFiles.set(key, request);
  }

  async readModule(file: string): Promise<void> {
    const { files, modules } = this.request;
    const count = [...this.modules.values()].filter((source) => source !== undefined).length;
    if (count >= mostModules) return void this.modules.set(file, undefined);
    this.modules.set(file, await modules.read(files, file, 'python'));
  }

  /** Reads what was asked for; false if that was nothing. */
  async readWanted(): Promise<boolean> {
    const [modules, envFiles] = [[...this.#wantedModules], [...this.#wantedEnvFiles]];
    this.#wantedModules.clear();
    this.#wantedEnvFiles.clear();
    await Promise.all([
      ...modules.map((file) => this.readModule(file)),
      ...envFiles.map(([key, wanted]) => this.#readEnvFile(key, wanted)),
    ]);
    return modules.length + envFiles.length > 0;
  }

  async #readEnvFile(key: string, { path, override, from }: EnvFileRequest): Promise<void> {
    const { files, cwd, root, home, process } = this.request;
    const options = { override, folder: dirname(from), ...(path ? { paths: [path] } : {}) };
    const { layers } = await pythonDotenv.load({ files, cwd, root, home, process, options });
    this.envFiles.set(
      key,
      layers.filter((layer) => layer !== process),
    );
  }
}

class Host implements EvaluationHost {
  readonly #made: (MadeValue & Value)[] = [];
  readonly #compared = new Map<string, Set<string>>();
  readonly #reads = new Set<string>();
  #environment: Environment;
  raised = 0;

  constructor(
    private readonly request: EvaluationRequest,
    private readonly known: Knowledge,
  ) {
    this.#environment = new Environment([request.process]);
  }

  variable(name: string): { readonly value: string; readonly origin: Origin } | undefined {
    this.#reads.add(name);
    const setting = this.#environment.find(name)?.setting;
    return setting && { value: setting.value, origin: setting.origin };
  }

  result(): Omit<Evaluation, 'module'> {
    return {
      made: this.#made,
      compared: this.#compared,
      reads: this.#reads,
      environment: this.#environment,
    };
  }

  setVariable(name: string, value: string, origin: Origin): void {
    this.#environment = this.#environment.with({ settings: [new Setting(name, value, origin)] });
  }

  loadEnvFile(request: EnvFileRequest): void {
    const key = JSON.stringify([request.path, request.override, dirname(request.from)]);
    const layers = this.known.envFiles.get(key);
    if (!layers) this.known.wantEnvFile(key, request);
    else if (request.override)
      this.#environment = new Environment([...layers, ...this.#environment.layers]);
    else this.#environment = new Environment([...this.#environment.layers, ...layers]);
  }

  findModule(name: string, from: string): ModuleSource | undefined {
    for (const file of this.#candidates(name, from)) {
      if (!this.known.modules.has(file)) this.known.wantModule(file);
      const source = this.known.modules.get(file);
      if (source) return source;
    }
    return undefined;
  }

  #candidates(name: string, from: string): string[] {
    const { cwd, root, entry } = this.request;
    const level = /^\.*/.exec(name)?.[0].length ?? 0;
    const path = name.slice(level).replaceAll('.', '/');
    const relative =
      level > 0 ? [resolve(dirname(from), ...Array<string>(level - 1).fill('..'))] : undefined;
    const folders = relative ?? [...new Set([dirname(entry), cwd, root, join(root, 'src')])];
    return folders
      .filter((folder) => folder === root || folder.startsWith(`${root}/`))
      .flatMap((folder) => [join(folder, `${path}.py`), join(folder, path, '__init__.py')]);
  }

  onRaised(): void {
    this.raised++;
  }

  onMade(made: MadeValue & Value): void {
    this.#made.push(made);
  }

  onCompared(variables: readonly string[], text: string): void {
    for (const name of variables) {
      const texts = this.#compared.get(name) ?? new Set();
      this.#compared.set(name, texts.add(text));
    }
  }
}
