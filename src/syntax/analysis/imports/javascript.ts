import type { Node } from 'web-tree-sitter';
import { childrenOf } from '../../evaluation/nodes';
import { readText } from '../../statements/readText';
import type { ImportedName, ImportReader } from './importedName';

export const javascriptImports: ImportReader = {
  import_statement: (node) => {
    const source = node.descendantsOfType('string').at(-1);
    if (!source) return [];
    const module = readText(source);
    return childrenOf(node).flatMap((clause) => ofClause(clause, module));
  },
  export_statement: (node) => {
    const source = node.childForFieldName('source');
    if (!source) return [];
    const module = readText(source);
    const clauses = childrenOf(node).filter(({ type }) => type !== 'string');
    return clauses.length === 0 ? [{ module }] : clauses.flatMap((one) => ofClause(one, module));
  },
};

function ofClause(node: Node, module: string): readonly ImportedName[] {
  switch (node.type) {
    case 'import_clause':
    case 'named_imports':
    case 'export_clause':
      return childrenOf(node).flatMap((child) => ofClause(child, module));
    case 'import_specifier':
    case 'export_specifier':
      return [ofSpecifier(node, module)];
    case 'identifier':
      return [{ local: node.text, module, name: 'default' }];
    case 'namespace_import':
    case 'namespace_export':
    case 'import_require_clause':
      return [{ local: childrenOf(node)[0]?.text ?? '', module }];
    default:
      return [];
  }
}

function ofSpecifier(node: Node, module: string): ImportedName {
  const name = node.childForFieldName('name')?.text ?? '';
  return { local: node.childForFieldName('alias')?.text ?? name, module, name };
}
