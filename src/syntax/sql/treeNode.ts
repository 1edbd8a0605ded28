import type { Node, RangeVar } from 'libpg-query';
import { nameOf, type SqlName } from '../../core/operations/sql/sqlName';

/** The kinds of nodes, as keys of the object that wraps each. */
export type NodeKind = Node extends infer N ? (N extends N ? keyof N : never) : never;
export type NodeOf<K extends NodeKind> = Extract<Node, Readonly<Record<K, unknown>>>[K];

/** What a node holds, where it is of a kind. */
export function nodeAs<K extends NodeKind>(node: Node | undefined, kind: K): NodeOf<K> | undefined {
  const holder: { readonly [L in NodeKind]?: NodeOf<L> } = node ?? {};
  return holder[kind];
}

export function textsOf(nodes: readonly Node[] = []): readonly string[] {
  return nodes.flatMap((node) => nodeAs(node, 'String')?.sval ?? []);
}

export function nameOfRelation({ catalogname, schemaname, relname }: RangeVar = {}): SqlName {
  return nameOf([catalogname, schemaname, relname].filter((part) => part !== undefined));
}
