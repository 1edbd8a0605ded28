import type { Node } from 'web-tree-sitter';
import { readText } from '../../statements/readText';
import type { ImportedName, ImportReader } from './importedName';

export const goImports: ImportReader = { import_spec: ofSpec };

/** A package goes by the last part of its path, that of a version aside. */
function ofSpec(node: Node): readonly ImportedName[] {
  const path = node.childForFieldName('path');
  if (!path) return [];
  const module = readText(path);
  const alias = node.childForFieldName('name')?.text;
  if (alias === '.') return [{ module }];
  const last = module.split('/').findLast((part) => !/^v\d+$/.test(part)) ?? module;
  return [{ local: alias ?? last.replace(/^go-|\.v\d+$/g, ''), module }];
}
