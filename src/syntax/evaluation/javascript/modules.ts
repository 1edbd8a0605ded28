import type { Node } from 'web-tree-sitter';
import { posix } from 'node:path';
import { findAttribute } from '../attributes';
import { scalar, unknown, withSteps, type Value } from '../value';
import type { Completion, Evaluator } from './evaluator';
import { member } from './members';
import { childrenOf } from '../nodes';
import { field, plainText } from './nodes';
import type { Scope } from './scope';

type ModuleRule = (evaluator: Evaluator, node: Node, scope: Scope) => Completion;

/** `import a, { b as c } from '…'`, `import * as d from '…'`, `import '…'`, `import e = require('…')`. */
export const importStatement: ModuleRule = (evaluator, node, scope) => {
  const clause = childrenOf(node).find(({ type }) => type.startsWith('import_'));
  const source = plainText(field(node, 'source') ?? (clause ? field(clause, 'source') : null));
  if (source === undefined || isTypeOnly(node)) return undefined;
  const module = evaluator.importModule(source, scope.file);
  for (const child of clause ? childrenOf(clause) : []) {
    if (child.type === 'identifier')
      declare(
        evaluator,
        child,
        clause?.type === 'import_require_clause' ? module : defaultOf(module),
        scope,
      );
    else if (child.type === 'namespace_import')
      declare(evaluator, childrenOf(child)[0], module, scope);
    else if (child.type === 'named_imports')
      for (const specifier of childrenOf(child)) importName(evaluator, specifier, module, scope);
  }
  return undefined;
};

const isTypeOnly = (node: Node): boolean => node.children[1]?.type === 'type';

function importName(evaluator: Evaluator, specifier: Node, module: Value, scope: Scope): void {
  const name = field(specifier, 'name');
  if (!name || isTypeOnly(specifier)) return;
  const value = exported(evaluator, module, name.text, scope, specifier);
  declare(evaluator, field(specifier, 'alias') ?? name, value, scope);
}

function declare(evaluator: Evaluator, name: Node | undefined, value: Value, scope: Scope): void {
  if (name) evaluator.memory.set(scope.names, name.text, value);
}

/** What a module exports under a name. */
function exported(
  evaluator: Evaluator,
  module: Value,
  name: string,
  scope: Scope,
  node: Node,
): Value {
  return name === 'default'
    ? defaultOf(module)
    : member(evaluator, module, name, scope.origin(node));
}

/** The default export; of a CommonJS module that is the whole of it. */
export function defaultOf(module: Value): Value {
  if (module.kind === 'object' && module.object.kind === 'module')
    return findAttribute(module, 'default') ?? unknown('the module has no default export');
  return (module.kind === 'map' && module.entries.get('default')) || module;
}

/** `export const a = …`, `export default …`, `export { a as b }`, `export * from '…'`, `export = …`. */
export const exportStatement: ModuleRule = (evaluator, node, scope) => {
  if (isTypeOnly(node)) return undefined;
  const source = plainText(field(node, 'source'));
  const declaration = field(node, 'declaration');
  const value = field(node, 'value') ?? valueAfterEquals(node);
  if (source !== undefined) exportFrom(evaluator, node, source, scope);
  else if (declaration) exportDeclaration(evaluator, node, declaration, scope);
  else if (value && isDefault(node))
    evaluator.memory.set(scope.module.exports, 'default', evaluator.expression(value, scope));
  else if (value)
    evaluator.memory.set(scope.module.commonJs, 'exports', evaluator.expression(value, scope));
  else for (const specifier of specifiersOf(node)) exportName(specifier, scope);
  exportLive(scope);
  return undefined;
};

const isDefault = (node: Node): boolean => node.children.some((child) => child?.type === 'default');

function valueAfterEquals(node: Node): Node | undefined {
  return node.children.some((child) => child?.type === '=') ? childrenOf(node).at(-1) : undefined;
}

function specifiersOf(node: Node): Node[] {
  const clause = childrenOf(node).find(({ type }) => type === 'export_clause');
  return clause ? childrenOf(clause) : [];
}

/** Names are exported as they are when they are read, so functions may change them later. */
function exportName(specifier: Node, scope: Scope): void {
  const name = field(specifier, 'name')?.text ?? '';
  scope.module.live.push([field(specifier, 'alias')?.text ?? name, name]);
}

function exportDeclaration(
  evaluator: Evaluator,
  node: Node,
  declaration: Node,
  scope: Scope,
): void {
  const before = new Set(scope.names.keys());
  evaluator.statement(declaration, scope);
  const own = field(declaration, 'name')?.text;
  const names = own === undefined ? [...scope.names.keys()] : [own];
  for (const name of names)
    if (own !== undefined || !before.has(name))
      scope.module.live.push([isDefault(node) ? 'default' : name, name]);
}

/** Brings the exported names up to date with the module's own. */
export function exportLive({ root, module }: Scope): void {
  for (const [name, inside] of module.live) {
    const value = root.get(inside);
    if (value) module.exports.set(name, value);
  }
}

function exportFrom(evaluator: Evaluator, node: Node, source: string, scope: Scope): void {
  const module = evaluator.importModule(source, scope.file);
  const { exports } = scope.module;
  const namespace = childrenOf(node).find(({ type }) => type === 'namespace_export');
  const specifiers = specifiersOf(node);
  if (namespace) exports.set(childrenOf(namespace)[0]?.text ?? '', module);
  for (const specifier of specifiers) {
    const name = field(specifier, 'name')?.text ?? '';
    const alias = field(specifier, 'alias')?.text ?? name;
    exports.set(alias, exported(evaluator, module, name, scope, specifier));
  }
  if (!namespace && specifiers.length === 0) exportAll(module, exports);
}

function exportAll(module: Value, exports: Map<string, Value>): void {
  const entries =
    module.kind === 'map'
      ? module.entries
      : module.kind === 'object'
        ? module.object.attributes
        : [];
  for (const [name, value] of entries)
    if (name !== 'default' && !exports.has(name)) exports.set(name, withSteps(value, module.trail));
}

/** `import.meta`, as Node.js fills it. */
export function metaProperty(_: Evaluator, __: Node, scope: Scope): Value {
  const entries = new Map<string, Value>([
    ['url', scalar(`file://${scope.file}`)],
    ['filename', scalar(scope.file)],
    ['dirname', scalar(posix.dirname(scope.file))],
    ['env', unknown('import.meta.env is filled by a bundler')],
    ['main', scope.root.get('[[isMain]]') ?? unknown('it is not known what was started')],
  ]);
  return { kind: 'map', entries, trail: [] };
}
