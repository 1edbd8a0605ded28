import { posix } from 'node:path';
import type { Tree } from 'web-tree-sitter';
import type { EnvFileRequest } from '../../../src/syntax/evaluation/host';
import { JavaScriptInterpreter } from '../../../src/syntax/evaluation/javascript/interpreter';
import { javascriptIntrinsics } from '../../../src/syntax/evaluation/javascript/intrinsics';
import type { Value } from '../../../src/syntax/evaluation/value';
import { languageOf } from '../../../src/syntax/languages';
import type { Evaluated } from './evaluatePython';
import { TestHost } from './testHost';
import { testTrees } from './testTrees';

export interface EvaluatedJavaScript extends Evaluated {
  readonly loaded: readonly EnvFileRequest[];
}

/** Evaluates the first of some modules, given as text by path, with only the variables given. */
export async function evaluateJavaScript(
  modules: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>> = {},
): Promise<EvaluatedJavaScript> {
  const trees = new Map<string, Tree>();
  for (const [path, text] of Object.entries(modules))
    trees.set(
      `/ws/${path}`,
      await testTrees.parse(
        languageOf(path) ?? 'javascript',
        path.endsWith('.json') ? `(${text})` : text,
      ),
    );
  const host = new TestHost(trees, { ...variables }, candidates);
  const [[file, tree]] = trees as unknown as [[string, Tree]];
  const module = new JavaScriptInterpreter(host, javascriptIntrinsics).module(
    { file, root: tree.rootNode },
    '__main__',
  );
  for (const each of trees.values()) each.delete();
  const { made, compared, loaded } = host;
  return { value: (name) => exportOf(module, name), made, compared, loaded };
}

function exportOf(module: Value, name: string): Value | undefined {
  if (module.kind === 'object') return module.object.attributes.get(name);
  return module.kind === 'map' ? module.entries.get(name) : undefined;
}

function candidates(name: string, from: string): readonly string[] {
  if (!name.startsWith('.')) return [];
  const path = posix.join(posix.dirname(from), name);
  return [path, ...['.ts', '.js', '.json', '/index.ts', '/index.js'].map((end) => path + end)];
}
