import type { Node } from 'web-tree-sitter';
import { childrenOf } from '../evaluation/nodes';
import type { Expression } from '../statements/expression';
import { lineOf, type ExpressionReader } from '../statements/expressionReader';

/** A name that a file gives to others, and what of its own it stands for. */
export interface ExportedName {
  readonly name: string;
  readonly value: Expression;
}

/** What a statement exports under another name than its own: `export { a as b }`, `export default a`. */
export function exportsOf(node: Node, reader: ExpressionReader): readonly ExportedName[] {
  if (node.childForFieldName('source')) return [];
  const isDefault = node.children.some((child) => child?.type === 'default');
  if (isDefault) return [{ name: 'default', value: defaultOf(node, reader) }];
  const specifiers = node.descendantsOfType('export_specifier');
  return specifiers.flatMap((specifier) => {
    const name = specifier?.childForFieldName('alias')?.text;
    const local = specifier?.childForFieldName('name');
    return name && local ? [{ name, value: nameOf(local) }] : [];
  });
}

function defaultOf(node: Node, reader: ExpressionReader): Expression {
  const declared = node.childForFieldName('declaration')?.childForFieldName('name');
  return declared ? nameOf(declared) : reader.read(childrenOf(node).at(-1));
}

function nameOf(node: Node): Expression {
  return { kind: 'chain', steps: [{ name: node.text, line: lineOf(node) }] };
}
