import type { Node } from 'web-tree-sitter';

/** The parts of a node, without comments. */
export function childrenOf(node: Node): Node[] {
  return node.namedChildren.filter((child) => child !== null && child.type !== 'comment') as Node[];
}
