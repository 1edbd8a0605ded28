import type { Node } from 'web-tree-sitter';
import type { ImportedName, ImportReader } from './importedName';

export const javaImports: ImportReader = { import_declaration: ofImport };

/** `import a.b.C;`, `import a.b.*;` */
function ofImport(node: Node): readonly ImportedName[] {
  const [, isStatic, module = '', star] =
    /^import\s+(static\s+)?([\w.]+?)(\.\*)?\s*;/.exec(node.text) ?? [];
  if (module === '' || isStatic !== undefined) return [];
  return star === undefined
    ? [{ local: module.slice(module.lastIndexOf('.') + 1), module }]
    : [{ module }];
}
