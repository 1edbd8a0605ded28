import type { Tree } from 'web-tree-sitter';
import type { Origin } from '../../../src/core/environment/setting';
import type {
  EnvFileRequest,
  EvaluationHost,
  ModuleSource,
} from '../../../src/syntax/evaluation/host';
import { StepBudget } from '../../../src/syntax/evaluation/stepBudget';
import type { MadeValue, Value } from '../../../src/syntax/evaluation/value';

/** A project of trees by path, with only the variables given. */
export class TestHost implements EvaluationHost {
  readonly cwd = '/ws';
  readonly argv = [];
  readonly budget = new StepBudget();
  readonly made: (MadeValue & Value)[] = [];
  readonly loaded: EnvFileRequest[] = [];
  readonly compared = new Map<string, Set<string>>();
  raised = 0;

  /** @param candidates the files that a module's name may mean, most likely first */
  constructor(
    private readonly trees: ReadonlyMap<string, Tree>,
    private readonly variables: Record<string, string>,
    private readonly candidates: (name: string, from: string) => readonly string[],
  ) {}

  variable(name: string) {
    const value = this.variables[name];
    const origin: Origin = { kind: 'shell', name };
    return value === undefined ? undefined : { value, origin };
  }

  setVariable(name: string, value: string): void {
    this.variables[name] = value;
  }

  findModule(name: string, from: string): ModuleSource | undefined {
    const file = this.candidates(name, from).find((candidate) => this.trees.has(candidate));
    return file === undefined ? undefined : { file, root: this.trees.get(file)!.rootNode };
  }

  variableNames(): readonly string[] {
    return Object.keys(this.variables);
  }

  versionOf() {
    return undefined;
  }

  fileVariable() {
    return undefined;
  }

  readText() {
    return undefined;
  }

  listFiles() {
    return [];
  }

  lastMade(maker: string): (MadeValue & Value) | undefined {
    return this.made.findLast((made) => made.maker === maker);
  }

  loadEnvFile(request: EnvFileRequest): void {
    this.loaded.push(request);
  }

  onRaised(): void {
    this.raised++;
  }

  onMade(made: MadeValue & Value): void {
    this.made.push(made);
  }

  onCompared(variables: readonly string[], text: string): void {
    for (const name of variables)
      this.compared.set(name, (this.compared.get(name) ?? new Set()).add(text));
  }
}
