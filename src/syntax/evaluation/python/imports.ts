import type { Node } from 'web-tree-sitter';
import { findAttribute } from '../attributes';
import { external, unknown, type Value } from '../value';
import type { Completion, Evaluator } from './evaluator';
import type { Scope } from './scope';

/** `import a.b`, `import a.b as c`. */
export function importNames(evaluator: Evaluator, node: Node, scope: Scope): Completion {
  for (const child of node.childrenForFieldName('name')) {
    if (child?.type === 'aliased_import') {
      const name = child.childForFieldName('name')?.text ?? '';
      const alias = child.childForFieldName('alias')?.text ?? '';
      evaluator.assign(alias, evaluator.importModule(name, scope.file), scope);
    } else if (child) importDotted(evaluator, child.text, scope);
  }
  return undefined;
}

/** `import a.b` names `a`, with `b` as an attribute of it. */
function importDotted(evaluator: Evaluator, name: string, scope: Scope): void {
  const [first = '', ...rest] = name.split('.');
  let outer = evaluator.importModule(first, scope.file);
  evaluator.assign(first, outer, scope);
  let path = first;
  for (const part of rest) {
    path = `${path}.${part}`;
    const inner = evaluator.importModule(path, scope.file);
    if (outer.kind === 'object' && inner.kind === 'object')
      outer.object.attributes.set(part, inner);
    outer = inner;
  }
}

/** `from a import b as c`, `from . import b`, `from a import *`. */
export function importFrom(evaluator: Evaluator, node: Node, scope: Scope): Completion {
  const moduleName = node.childForFieldName('module_name')?.text ?? '';
  const module = evaluator.importModule(moduleName, scope.file);
  if (node.namedChildren.some((child) => child?.type === 'wildcard_import'))
    importAll(evaluator, module, scope);
  for (const child of node.childrenForFieldName('name')) {
    const name = child?.childForFieldName('name')?.text ?? child?.text ?? '';
    const alias = child?.childForFieldName('alias')?.text ?? name;
    evaluator.assign(alias, memberOf(evaluator, module, moduleName, name, node, scope), scope);
  }
  return undefined;
}

function memberOf(
  evaluator: Evaluator,
  module: Value,
  moduleName: string,
  name: string,
  node: Node,
  scope: Scope,
): Value {
  if (module.kind === 'external') {
    const inside = evaluator.importModule(joinName(moduleName, name), scope.file);
    const full = `${module.name}.${name}`.replace(/^\./, '');
    return inside.kind === 'object'
      ? inside
      : (evaluator.externalValue(full, scope.origin(node)) ?? external(full));
  }
  const found = findAttribute(module, name);
  if (found) return found;
  const submodule = evaluator.importModule(joinName(moduleName, name), scope.file);
  return submodule.kind === 'object'
    ? submodule
    : unknown(`'${name}' is not found in '${moduleName}'`);
}

function joinName(moduleName: string, name: string): string {
  return moduleName.endsWith('.') ? `${moduleName}${name}` : `${moduleName}.${name}`;
}

function importAll(evaluator: Evaluator, module: Value, scope: Scope): void {
  if (module.kind !== 'object') return;
  for (const [name, value] of module.object.attributes)
    if (!name.startsWith('_')) evaluator.assign(name, value, scope);
}
