import type { Node } from 'web-tree-sitter';
import { readText } from '../../statements/readText';
import type { ImportedName, ImportReader } from './importedName';

/** Ruby takes everything of a file; most constants are found by their names without any of this. */
export const rubyImports: ImportReader = { call: ofCall };

function ofCall(node: Node): readonly ImportedName[] {
  const name = node.childForFieldName('method')?.text ?? '';
  if (!/^require(?:_relative)?$/.test(name)) return [];
  const text = node.descendantsOfType('string')[0];
  const module = text ? readText(text) : '';
  if (module === '') return [];
  // A library says nothing of the names that it brings: they speak for themselves.
  if (name === 'require' && !module.startsWith('.')) return [{ local: `<${module}>`, module }];
  return [{ module: module.startsWith('.') ? module : `./${module}` }];
}
