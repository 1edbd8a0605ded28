import type { Node } from 'web-tree-sitter';
import type { ImportedName, ImportReader } from './importedName';

/** `use App\Models\{User, Order as Purchase};` */
export const phpImports: ImportReader = { namespace_use_declaration: ofUse };

function ofUse(node: Node): readonly ImportedName[] {
  const group = node.descendantsOfType('namespace_use_group')[0];
  const prefix = group && node.descendantsOfType('namespace_name')[0]?.text;
  return node.descendantsOfType('namespace_use_clause').flatMap((clause) => {
    if (!clause || /^\s*(?:function|const)\b/.test(clause.text)) return [];
    const [, path = '', alias] = /^\\?([\w\\]+)(?:\s+as\s+(\w+))?/.exec(clause.text) ?? [];
    const full = prefix === undefined ? path : `${prefix}\\${path}`;
    const local = alias ?? full.slice(full.lastIndexOf('\\') + 1);
    return [{ local, module: full.replaceAll('\\', '.') }];
  });
}
