import type { Node } from 'web-tree-sitter';

/** The children that mean something. */
export function childrenOf(node: Node): Node[] {
  return node.namedChildren.filter((child) => child !== null && child.type !== 'comment') as Node[];
}
