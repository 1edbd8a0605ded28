import type { Node } from 'web-tree-sitter';
import { childrenOf } from '../nodes';

export function field(node: Node, name: string): Node | null {
  return node.childForFieldName(name);
}

/** The text of a string literal without escapes, the usual form of a module's name. */
export function plainText(node: Node | null): string | undefined {
  if (node?.type !== 'string') return undefined;
  return childrenOf(node)
    .map((child) => child.text)
    .join('');
}
