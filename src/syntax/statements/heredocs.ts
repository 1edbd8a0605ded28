import type { Node, Tree } from 'web-tree-sitter';

/** The bodies of a tree's heredocs by the nodes that begin them: they stand behind that line, wherever in the tree that is. */
export function heredocBodies({ rootNode }: Tree): ReadonlyMap<number, Node> {
  const bodies = rootNode.descendantsOfType('heredoc_body');
  const pairs = rootNode.descendantsOfType('heredoc_beginning').flatMap((beginning, at) => {
    const body = bodies[at];
    return beginning && body ? [[beginning.id, body] as const] : [];
  });
  return new Map(pairs);
}
