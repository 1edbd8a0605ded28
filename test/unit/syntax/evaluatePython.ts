import { posix } from 'node:path';
import type { Tree } from 'web-tree-sitter';
import type { Origin } from '../../../src/core/environment/setting';
import { findAttribute } from '../../../src/syntax/evaluation/attributes';
import type { EvaluationHost } from '../../../src/syntax/evaluation/host';
import { PythonInterpreter } from '../../../src/syntax/evaluation/python/interpreter';
import { pythonIntrinsics } from '../../../src/syntax/evaluation/python/intrinsics';
import type { MadeValue, Value } from '../../../src/syntax/evaluation/value';
import { testTrees } from './testTrees';

export interface Evaluated {
  readonly value: (name: string) => Value | undefined;
  readonly made: readonly MadeValue[];
  readonly compared: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Evaluates `main.py` among other modules, given as text by path, with only the variables given. */
export async function evaluatePython(
  modules: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>> = {},
): Promise<Evaluated> {
  const trees = new Map<string, Tree>();
  for (const [path, text] of Object.entries(modules))
    trees.set(`/ws/${path}`, await testTrees.parse('python', text));
  const host = new TestHost(trees, { ...variables });
  const root = trees.get('/ws/main.py')!.rootNode;
  const module = new PythonInterpreter(host, pythonIntrinsics).module(
    { file: '/ws/main.py', root },
    '__main__',
  );
  return { value: (name) => findAttribute(module, name), made: host.made, compared: host.compared };
}

class TestHost implements EvaluationHost {
  readonly made: MadeValue[] = [];
  readonly compared = new Map<string, Set<string>>();
  raised = 0;

  constructor(
    private readonly trees: ReadonlyMap<string, Tree>,
    private readonly variables: Record<string, string>,
  ) {}

  variable(name: string) {
    const value = this.variables[name];
    const origin: Origin = { kind: 'shell', name };
    return value === undefined ? undefined : { value, origin };
  }

  setVariable(name: string, value: string): void {
    this.variables[name] = value;
  }

  findModule(name: string, from: string) {
    const level = /^\.*/.exec(name)![0].length;
    let base = level > 0 ? posix.dirname(from) : '/ws';
    for (let up = 1; up < level; up++) base = posix.dirname(base);
    const path = posix.join(base, name.slice(level).replaceAll('.', '/'));
    const file = [`${path}.py`, `${path}/__init__.py`].find((candidate) =>
      this.trees.has(candidate),
    );
    return file === undefined ? undefined : { file, root: this.trees.get(file)!.rootNode };
  }

  loadEnvFile(): void {}

  onRaised(): void {
    this.raised++;
  }

  onMade(made: MadeValue): void {
    this.made.push(made);
  }

  onCompared(variables: readonly string[], text: string): void {
    for (const name of variables)
      this.compared.set(name, (this.compared.get(name) ?? new Set()).add(text));
  }
}
