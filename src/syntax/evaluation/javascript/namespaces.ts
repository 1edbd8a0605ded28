import type { Node } from 'web-tree-sitter';
import type { Origin } from '../../../core/environment/setting';
import type { Value, WorkspaceObject } from '../value';
import type { JavaScriptModule } from './scope';

/** Whether a statement makes its file a standard module. */
export function isStandardStatement({ type, children }: Node): boolean {
  if (type === 'export_statement') return !children.some((child) => child?.type === '=');
  return (
    type === 'import_statement' &&
    !children.some((child) => child?.type === 'import_require_clause')
  );
}

/** A module of the standard kind by its names, one of CommonJS by what it put in `module.exports`. */
export function namespaceOf(module: JavaScriptModule, name: string): Value {
  const commonJs = module.commonJs.get('exports');
  const isEmpty = commonJs?.kind === 'map' && commonJs.entries.size === 0;
  if (commonJs && (!module.isStandard || (module.exports.size === 0 && !isEmpty))) return commonJs;
  const origin: Origin = { kind: 'code', name, file: module.file, line: 1 };
  const object: WorkspaceObject = {
    kind: 'module',
    name,
    origin,
    attributes: module.exports,
    parents: [],
  };
  return { kind: 'object', object, trail: [] };
}
