import type { Node } from 'web-tree-sitter';
import { childrenOf } from '../evaluation/nodes';
import type { LanguageId } from '../languages';

/** A child of a node: by the name of its field, or by its place among the named ones (negative from the end). */
export type Part = string | number;

/** What a kind of node means, in words that all languages share. */
export type Meaning =
  | {
      readonly is:
        | 'name'
        | 'text'
        | 'literal'
        /** A name of the instance that a method is called on: `@users` of Ruby. */
        | 'own'
        /** `:users`, a text by another spelling. */
        | 'symbol'
        /** Says of which type a name is. */
        | 'type'
        | 'nothing'
        | 'object'
        | 'list'
        /** Values one beside the other; one alone is itself. */
        | 'several'
        /** Two values with an operator between them that says how they compare. */
        | 'comparison'
        /** Texts one behind the other: `'a' + b`. */
        | 'joined'
        /** The text stands further down: Ruby's `<<~SQL`. */
        | 'heredoc'
        | 'slice'
        /** What is inside happens under a condition. */
        | 'branch'
        /** What is inside may happen many times. */
        | 'repeat'
        /** Holds clauses of loops beside what they repeat. */
        | 'comprehension'
        /** `&:destroy`: a method by its name, for each. */
        | 'method';
    }
  /** Nothing but its child: parentheses, `await`. */
  | { readonly is: 'same'; readonly child?: Part }
  | { readonly is: 'call'; readonly callee: Part; readonly args: Part }
  /** A call whose receiver is no part of an expression of its own. */
  | { readonly is: 'send'; readonly receiver: Part; readonly name: Part; readonly args: Part }
  | { readonly is: 'member'; readonly object: Part; readonly name: Part }
  | { readonly is: 'item'; readonly object: Part; readonly index: Part }
  /** An entry, a keyword argument; a plain value where the key is missing. */
  | { readonly is: 'pair'; readonly key: Part; readonly value: Part }
  | {
      readonly is: 'function';
      readonly parameters: readonly Part[];
      readonly name?: Part;
      readonly body?: Part;
      /** What it is called on, as a parameter of its own. */
      readonly receiver?: Part;
      /** What it returns, by its annotation. */
      readonly type?: Part;
    }
  | { readonly is: 'parameter'; readonly name: Part; readonly type?: Part; readonly value?: Part }
  | {
      readonly is: 'class';
      readonly name: Part;
      readonly bases: readonly Part[];
      readonly body: Part;
    }
  /** A variable of a class; without a value, its annotation tells what it is. A name may be one with a value of its own. */
  | {
      readonly is: 'field';
      readonly name: Part;
      readonly type?: Part;
      readonly value?: Part;
      /** The annotation tells it with a value, too. */
      readonly isTyped?: true;
    }
  | { readonly is: 'return' }
  /** Names for other files. */
  | { readonly is: 'export' }
  /** All that a list holds, in the place of single items. */
  | { readonly is: 'spread' }
  /** Names that are the file's own, whatever the function assigns to them. */
  | { readonly is: 'global' }
  | { readonly is: 'loop'; readonly item: Part; readonly source: Part }
  | { readonly is: 'while'; readonly condition: Part }
  | {
      readonly is: 'assignment';
      readonly target: Part;
      readonly value: Part;
      readonly type?: Part;
      /** The target is a name of its own, not one from outside. */
      readonly declares?: true;
    };

/** How the nodes of one tree-sitter grammar are to be understood. */
export interface CodeGrammar {
  readonly language: LanguageId;
  /** What must stand in front of statements, on their first line. */
  readonly prefix?: string;
  /** What of a name's spelling is no part of it: the dollar of PHP, its namespaces. */
  readonly sigil?: RegExp;
  readonly nodes: Readonly<Record<string, Meaning>>;
}

export function partOf(node: Node, part: Part): Node | undefined {
  if (typeof part === 'string') return node.childForFieldName(part) ?? undefined;
  return childrenOf(node).at(part);
}
