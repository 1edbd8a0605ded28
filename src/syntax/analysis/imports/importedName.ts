import type { Node } from 'web-tree-sitter';
import type { Expression } from '../../statements/expression';

/** A name that a statement brings into a file: from a module, or all of its names. */
export interface ImportedName {
  /** Left out where every name is taken. */
  readonly local?: string;
  readonly module: string;
  /** Left out for the module itself. */
  readonly name?: string;
}

/** The statements of one language that name modules, by the type of their node. */
export type ImportReader = Readonly<Record<string, (node: Node) => readonly ImportedName[]>>;

/** What an imported name stands for. */
export function importedValue({ module, name }: ImportedName, line: number): Expression {
  const begin = { name: module, line, stands: { kind: 'module' } } as const;
  return { kind: 'chain', steps: name === undefined ? [begin] : [begin, { name, line }] };
}
