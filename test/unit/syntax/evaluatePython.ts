import { posix } from 'node:path';
import type { Tree } from 'web-tree-sitter';
import { findAttribute } from '../../../src/syntax/evaluation/attributes';
import { PythonInterpreter } from '../../../src/syntax/evaluation/python/interpreter';
import { pythonIntrinsics } from '../../../src/syntax/evaluation/python/intrinsics';
import type { MadeValue, Value } from '../../../src/syntax/evaluation/value';
import { TestHost } from './testHost';
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
  const host = new TestHost(trees, { ...variables }, candidates);
  const root = trees.get('/ws/main.py')!.rootNode;
  const module = new PythonInterpreter(host, pythonIntrinsics).module(
    { file: '/ws/main.py', root },
    '__main__',
  );
  for (const tree of trees.values()) tree.delete();
  return { value: (name) => findAttribute(module, name), made: host.made, compared: host.compared };
}

function candidates(name: string, from: string): readonly string[] {
  const level = /^\.*/.exec(name)![0].length;
  let base = level > 0 ? posix.dirname(from) : '/ws';
  for (let up = 1; up < level; up++) base = posix.dirname(base);
  const path = posix.join(base, name.slice(level).replaceAll('.', '/'));
  return [`${path}.py`, `${path}/__init__.py`];
}
