import { dirname } from 'node:path';
import { Environment, type Layer } from '../../core/environment/environment';
import { Setting, type Origin } from '../../core/environment/setting';
import type { Step } from '../../core/environment/step';
import type {
  EnvFileRequest,
  EvaluationHost,
  ModuleSource,
  Variable,
} from '../../syntax/evaluation/host';
import { StepBudget } from '../../syntax/evaluation/stepBudget';
import type { MadeValue, Value } from '../../syntax/evaluation/value';
import type { Evaluation, EvaluationRequest, ProgramLanguage } from './evaluation';
import type { Knowledge } from './knowledge';

/** One run through a program: its variables as they change, and what its code did. */
export class ProgramHost implements EvaluationHost {
  readonly #made: (MadeValue & Value)[] = [];
  readonly #compared = new Map<string, Set<string>>();
  readonly #reads = new Set<string>();
  readonly #loadedBy = new Map<Layer, string>();
  /** By file, why it was loaded. */
  readonly #because = new Map<string, readonly Step[]>();
  #environment: Environment;
  readonly budget: StepBudget;
  raised = 0;

  constructor(
    private readonly request: EvaluationRequest,
    private readonly language: ProgramLanguage,
    private readonly known: Knowledge,
  ) {
    this.budget = request.budget ?? new StepBudget();
    this.#environment = new Environment([request.process, ...(request.loaded ?? [])]);
  }

  get cwd(): string {
    return this.request.cwd;
  }

  get argv(): readonly string[] {
    return this.request.argv ?? [];
  }

  variable(name: string): Variable | undefined {
    this.#reads.add(name);
    const setting = this.#environment.find(name)?.setting;
    const trail = this.#because.get(setting?.origin.file ?? '') ?? [];
    return setting && { value: setting.value, origin: setting.origin, trail };
  }

  result(): Omit<Evaluation, 'module' | 'modules'> {
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

  variableNames(): readonly string[] {
    return this.#environment.names();
  }

  versionOf(name: string): string | undefined {
    return this.request.packages?.find(this.language.ecosystem, name)?.version;
  }

  fileVariable(request: EnvFileRequest, name: string): Variable | undefined {
    const key = JSON.stringify({ ...request, from: dirname(request.from) });
    const layers = this.known.envFiles.get(key);
    if (!layers) {
      this.known.wantEnvFile(key, request);
      return undefined;
    }
    const setting = new Environment(layers).find(name)?.setting;
    return setting && { value: setting.value, origin: setting.origin };
  }

  readText(path: string): string | undefined {
    return path.startsWith(`${this.request.root}/`) ? this.#readText(path) : undefined;
  }

  listFiles(folder: string): readonly string[] {
    if (folder !== this.request.root && !folder.startsWith(`${this.request.root}/`)) return [];
    if (!this.known.folders.has(folder)) this.known.wantFolder(folder);
    return this.known.folders.get(folder) ?? [];
  }

  loadEnvFile(request: EnvFileRequest, because: readonly Step[] = []): void {
    const key = JSON.stringify({ ...request, from: dirname(request.from) });
    const layers = this.known.envFiles.get(key);
    if (!layers) return this.known.wantEnvFile(key, request);
    const before = this.#environment.layers.filter(
      (layer) => !request.replaces || this.#loadedBy.get(layer) !== request.replaces,
    );
    for (const layer of layers) {
      this.#loadedBy.set(layer, request.loader ?? this.language.loader);
      for (const { origin } of layer.settings) this.#because.set(origin.file ?? '', because);
    }
    this.#environment = new Environment(
      request.override ? [...layers, ...before] : [...before, ...layers],
    );
  }

  findModule(name: string, from: string): ModuleSource | undefined {
    const { root } = this.request;
    const read = (file: string): string | undefined => this.#readText(file);
    const candidates = this.language.candidates(name, from, this.request, read);
    for (const file of candidates.filter((path) => path.startsWith(`${root}/`))) {
      if (!this.known.modules.has(file)) this.known.wantModule(file);
      const source = this.known.modules.get(file);
      if (source) return source;
    }
    return undefined;
  }

  #readText(file: string): string | undefined {
    if (!this.known.texts.has(file)) this.known.wantText(file);
    return this.known.texts.get(file);
  }

  onRaised(): void {
    this.raised++;
  }

  onMade(made: MadeValue & Value): void {
    this.#made.push(made);
  }

  lastMade(maker: string): (MadeValue & Value) | undefined {
    return this.#made.findLast((made) => made.maker === maker);
  }

  onCompared(variables: readonly string[], text: string): void {
    for (const name of variables) {
      const texts = this.#compared.get(name) ?? new Set();
      this.#compared.set(name, texts.add(text));
    }
  }
}
