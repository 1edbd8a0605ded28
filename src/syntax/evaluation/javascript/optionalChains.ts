import type { Node } from 'web-tree-sitter';
import type { Value } from '../value';
import { field } from './nodes';
import { isPresent } from './operators';

/** `a?.b` of what is not there, and all that follows it in the chain. */
export function isAbsent(node: Node, receiver: Value): boolean {
  if (isPresent(receiver) !== false) return false;
  let link: Node | null = node;
  while (link && !field(link, 'optional_chain'))
    link = field(link, 'object') ?? field(link, 'function');
  return link !== null;
}
