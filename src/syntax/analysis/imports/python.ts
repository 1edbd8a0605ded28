import type { Node } from 'web-tree-sitter';
import { childrenOf } from '../../evaluation/nodes';
import type { ImportedName, ImportReader } from './importedName';

export const pythonImports: ImportReader = {
  import_statement: (node) => childrenOf(node).map(ofModule),
  import_from_statement: (node) => {
    const module = node.childForFieldName('module_name')?.text ?? '';
    const names = childrenOf(node).slice(1);
    return names.map((child) => ofName(module, child));
  },
};

/** `import a.b` brings `a`; `import a.b as c` brings the inner one. */
function ofModule(node: Node): ImportedName {
  const [name, alias] = namesOf(node);
  if (alias !== undefined) return { local: alias, module: name };
  const top = name.split('.')[0]!;
  return { local: top, module: top };
}

function ofName(module: string, node: Node): ImportedName {
  if (node.type === 'wildcard_import') return { module };
  const [name, alias] = namesOf(node);
  return { local: alias ?? name, module, name };
}

function namesOf(node: Node): [name: string, alias?: string] {
  if (node.type !== 'aliased_import') return [node.text];
  const alias = node.childForFieldName('alias')?.text;
  const name = node.childForFieldName('name')?.text ?? '';
  return alias === undefined ? [name] : [name, alias];
}
