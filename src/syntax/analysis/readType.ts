import type { Node } from 'web-tree-sitter';
import { childrenOf } from '../evaluation/nodes';
import { instance, listed, type Expression, type Step } from '../statements/expression';

type TypeMeaning = 'name' | 'generic' | 'list' | 'union' | 'inside' | 'text';

/** What the nodes of annotations mean, in all languages. */
const meanings: Readonly<Record<string, TypeMeaning>> = {
  identifier: 'name',
  type_identifier: 'name',
  attribute: 'name',
  nested_type_identifier: 'name',
  member_expression: 'name',
  scoped_type_identifier: 'name',
  qualified_type: 'name',
  generic_type: 'generic',
  subscript: 'generic',
  array_type: 'list',
  slice_type: 'list',
  union_type: 'union',
  binary_operator: 'union',
  type: 'inside',
  type_annotation: 'inside',
  readonly_type: 'inside',
  parenthesized_type: 'inside',
  pointer_type: 'inside',
  string: 'text',
  parameter_list: 'inside',
  parameter_declaration: 'inside',
  named_type: 'inside',
  optional_type: 'inside',
  name: 'name',
  qualified_name: 'name',
};

/** Generic types that stand for what they hold. */
const wrappers =
  /^(Optional|Annotated|Awaitable|Coroutine|Promise|Awaited|Readonly|Partial|Final|ClassVar|Mapped|Union|NonNullable|InstanceType)$/;
const lists =
  /^(list|List|Sequence|MutableSequence|Iterable|Iterator|set|Set|FrozenSet|tuple|Tuple|Array|ReadonlyArray|Async(Iterable|Iterator|Generator)|Generator)$/;
const nothing = /^(None|null|undefined|void|any|unknown|string|number|boolean|str|int|bool|float)$/;

/** What an annotation says of a name: one that is made of a class, or a list of such. */
export function readType(node: Node | undefined): Expression | undefined {
  if (!node) return undefined;
  const children = childrenOf(node);
  switch (meanings[node.type]) {
    case 'name':
      return ofName(node.text.replace(/^.*\\/, ''), node);
    case 'text':
      return ofName(node.text.replace(/^['"]|['"]$/g, ''), node);
    case 'generic':
      return ofGeneric(node, children);
    case 'list':
      return listOf(readType(children.at(-1)));
    case 'union':
      return children.flatMap((child) => readType(child) ?? [])[0];
    case 'inside':
      return readType(children[0]);
    default:
      return undefined;
  }
}

/** `SessionDep = Annotated[Session, Depends(get_session)]` is another name of the class. */
export function readAlias(node: Node | undefined): Expression | undefined {
  const [begin] = node?.type === 'subscript' ? childrenOf(node) : [];
  return node && begin && /(^|\.)Annotated$/.test(begin.text) ? typeName(node) : undefined;
}

function ofName(text: string, node: Node): Expression | undefined {
  const steps = stepsOfName(text, node);
  return steps && made(steps);
}

function stepsOfName(text: string, node: Node): readonly Step[] | undefined {
  if (!/^[\w.$]+$/.test(text) || nothing.test(text)) return undefined;
  return text.split('.').map((name) => ({ name, line: node.startPosition.row + 1 }));
}

function made(steps: readonly Step[]): Expression {
  return { kind: 'chain', steps: [...steps, { name: instance, line: steps[0]!.line }] };
}

function ofGeneric(node: Node, [begin, ...rest]: readonly Node[]): Expression | undefined {
  const steps = begin && stepsOfName(begin.text, node);
  const last = steps?.at(-1);
  if (!steps || !last) return undefined;
  const parameters = rest.flatMap((part) =>
    /type_(parameter|arguments)/.test(part.type) ? childrenOf(part) : [part],
  );
  if (wrappers.test(last.name)) return parameters.flatMap((part) => readType(part) ?? [])[0];
  if (lists.test(last.name)) return listOf(readType(parameters[0]));
  const args = parameters.map((part) => ({ value: typeName(part) }));
  return { kind: 'chain', steps: [...steps.slice(0, -1), { ...last, args }] };
}

/** `Repository<User>` is made with the class itself. */
function typeName(node: Node): Expression {
  const type = readType(node);
  if (type?.kind !== 'chain') return { kind: 'other' };
  return { kind: 'chain', steps: type.steps.filter(({ name }) => name !== instance) };
}

function listOf(element: Expression | undefined): Expression | undefined {
  if (element?.kind !== 'chain') return undefined;
  const steps = element.steps.filter(({ name }) => name !== instance);
  return { kind: 'chain', steps: [...steps, { name: listed, line: steps[0]?.line ?? 1 }] };
}
