import type { Node } from 'web-tree-sitter';
import { childrenOf } from '../evaluation/nodes';
import { partOf, type Meaning } from '../statements/codeGrammar';
import type { Expression } from '../statements/expression';
import type { ExpressionReader } from '../statements/expressionReader';
import { readType } from './readType';

type Kind<Is extends Meaning['is']> = Extract<Meaning, { readonly is: Is }>;

/** How a method is called. */
export interface Flavour {
  /** By its name alone. */
  readonly isProperty: boolean;
  /** On its class, not on an instance. */
  readonly isOfClass: boolean;
  /** On nothing that it is told of. */
  readonly isFree: boolean;
}

const properties = /^@(\w+\.)*(cached_)?property\b/;

const modifiers = /^(static_modifier|modifiers)$/;
const ofClass = /^singleton_method$/;

export function flavourOf(node: Node): Flavour {
  const decorators = node.parent?.type === 'decorated_definition' ? childrenOf(node.parent) : [];
  const texts = decorators.filter(({ type }) => type === 'decorator').map(({ text }) => text);
  const words = node.children.flatMap((child) => (child && !child.isNamed ? [child.type] : []));
  return {
    isProperty: words.includes('get') || texts.some((text) => properties.test(text)),
    isOfClass:
      words.includes('static') ||
      ofClass.test(node.type) ||
      childrenOf(node).some(({ type, text }) => modifiers.test(type) && /\bstatic\b/.test(text)) ||
      texts.some((text) => text.startsWith('@classmethod')),
    isFree: texts.some((text) => text.startsWith('@staticmethod')),
  };
}

export interface Parameter {
  readonly names: readonly string[];
  /** What its annotation says, else what it is where nothing is given. */
  readonly value: Expression | undefined;
  /** It is a field of the class, too: `constructor(private db: Db)`. */
  readonly isField: boolean;
}

/** The parameters of a function, in their order. */
export function parametersOf(
  node: Node,
  { parameters }: Kind<'function'>,
  reader: ExpressionReader,
): readonly Parameter[] {
  const list = parameters.flatMap((part) => partOf(node, part) ?? [])[0];
  if (!list) return [];
  const isOne = reader.meaningOf(list)?.is === 'name';
  return (isOne ? [list] : childrenOf(list)).map((child) => parameterOf(child, reader));
}

function parameterOf(node: Node, reader: ExpressionReader): Parameter {
  const meaning = reader.meaningOf(node);
  if (meaning?.is !== 'parameter')
    return { names: reader.namesIn(node), value: undefined, isField: false };
  const given = meaning.value === undefined ? undefined : partOf(node, meaning.value);
  const type = meaning.type === undefined ? undefined : readType(partOf(node, meaning.type));
  return {
    names: reader.namesIn(partOf(node, meaning.name)),
    value: type ?? (given && reader.read(given)),
    isField: childrenOf(node).some((child) =>
      /^(accessibility_modifier|readonly|visibility_modifier|readonly_modifier)$/.test(child.type),
    ),
  };
}

const heritage =
  /^(class_heritage|extends_clause|extends_interfaces|super_interfaces|type_list|superclass|argument_list|base_clause)$/;
const beside = /^(implements_clause|type_arguments|keyword_argument|class_interface_clause)$/;

/** The expressions that name the classes a class descends from. */
export function basesOf(node: Node, reader: ExpressionReader): readonly Expression[] {
  return childrenOf(node)
    .filter((child) => heritage.test(child.type))
    .flatMap((child) => basesIn(child, reader));
}

function basesIn(node: Node, reader: ExpressionReader): readonly Expression[] {
  return childrenOf(node).flatMap((child) => {
    if (heritage.test(child.type)) return basesIn(child, reader);
    if (beside.test(child.type)) return [];
    const base = reader.read(child);
    return base.kind === 'chain' ? [base] : [];
  });
}
