import type { Node } from 'web-tree-sitter';

const comments = /^(?:(?:line|block)_)?comment$/;

/** The children that mean something. */
export function childrenOf(node: Node): Node[] {
  return node.namedChildren.filter(
    (child) => child !== null && !comments.test(child.type),
  ) as Node[];
}
