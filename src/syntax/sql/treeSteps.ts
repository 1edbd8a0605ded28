import type { Node } from 'libpg-query';
import type { Reach } from '../../core/operations/operation';
import { reachOfCondition } from '../../core/operations/sql/condition';
import { selectFunctions } from '../../core/operations/sql/selectFunctions';
import {
  dropOf,
  dropPartEffect,
  migrateThing,
  rowEffect,
  truncateEffect,
} from '../../core/operations/sql/sqlEffects';
import { nameOf, unnamed, type SqlName } from '../../core/operations/sql/sqlName';
import type { SqlStep } from '../../core/operations/sql/sqlStep';
import { stepOf, type StatementReading } from '../../core/operations/sql/statementReading';
import { conditionOf } from './treeCondition';
import { nameOfRelation, nodeAs, textsOf, type NodeKind, type NodeOf } from './treeNode';

/** The text that a tree is of. */
export interface TreeContext {
  readonly reading: StatementReading;
  /** Where the statement begins, 1-based. */
  readonly line: number;
}

type NodeReader<K extends NodeKind> = (node: NodeOf<K>, context: TreeContext) => readonly SqlStep[];

/** What statements and calls do, wherever in a tree they stand. */
const readers: { readonly [K in NodeKind]?: NodeReader<K> } = {
  DeleteStmt: (node, context) => rowSteps('delete', node, context),
  UpdateStmt: (node, context) => rowSteps('update', node, context),
  InsertStmt({ relation, selectStmt }, context) {
    const table = nameOfRelation(relation);
    const rows = nodeAs(selectStmt, 'SelectStmt')?.valuesLists?.length;
    const reach = rows === 1 || !selectStmt ? 'one' : 'some';
    return [stepOf(rowEffect('insert', reach, table), table, context)];
  },
  MergeStmt: readMerge,
  SelectStmt: readSelect,
  FuncCall: readCall,
  TruncateStmt({ relations = [], behavior }, context) {
    const names = relations.map((relation) => nameOfRelation(nodeAs(relation, 'RangeVar')));
    const isCascading = behavior === 'DROP_CASCADE';
    return names.map((name) => stepOf(truncateEffect(name, isCascading), name, context));
  },
  DropStmt: readDrop,
  AlterTableStmt: readAlter,
};

/** Statements that the tree tells more of than their words do; others have their text read. */
const tops: ReadonlySet<string> = new Set([
  ...['DeleteStmt', 'UpdateStmt', 'InsertStmt', 'MergeStmt', 'SelectStmt', 'TruncateStmt'],
  ...['ExplainStmt', 'PrepareStmt'],
]);

const droppedKinds: Readonly<Record<string, string>> = {
  OBJECT_TABLE: 'table',
  OBJECT_SCHEMA: 'schema',
  OBJECT_VIEW: 'view',
  OBJECT_MATVIEW: 'materialized view',
  OBJECT_INDEX: 'index',
  OBJECT_SEQUENCE: 'sequence',
};

/** `undefined` where the text is to be read instead. */
export function stepsOfTree(tree: Node, context: TreeContext): readonly SqlStep[] | undefined {
  const isKnown =
    tops.has(Object.keys(tree)[0] ?? '') ||
    nodeAs(tree, 'DropStmt')?.removeType! in droppedKinds ||
    nodeAs(tree, 'AlterTableStmt')?.objtype === 'OBJECT_TABLE';
  return isKnown ? stepsIn(tree, context) : undefined;
}

/** What is in a statement is executed before it. */
function stepsIn(value: unknown, context: TreeContext): readonly SqlStep[] {
  if (Array.isArray(value)) return value.flatMap((item) => stepsIn(item, context));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([kind, node]: [string, unknown]) => {
    if (kind === 'ExplainStmt') return readExplain(node as NodeOf<'ExplainStmt'>, context);
    const inner = stepsIn(node, context);
    return kind in readers
      ? [...inner, ...read(kind as keyof typeof readers, node, context)]
      : inner;
  });
}

function read<K extends keyof typeof readers>(
  kind: K,
  node: unknown,
  context: TreeContext,
): readonly SqlStep[] {
  const reader = readers[kind] as NodeReader<K> | undefined;
  return reader?.(node as NodeOf<K>, context) ?? [];
}

function rowSteps(
  kind: 'delete' | 'update',
  { relation, whereClause }: Pick<NodeOf<'DeleteStmt'>, 'relation' | 'whereClause'>,
  context: TreeContext,
): readonly SqlStep[] {
  const table = nameOfRelation(relation);
  const reach: Reach | 'none' = whereClause
    ? reachOfCondition(conditionOf(whereClause), table)
    : 'all';
  return reach === 'none' ? [] : [stepOf(rowEffect(kind, reach, table), table, context)];
}

const mergedKinds = { CMD_DELETE: 'delete', CMD_UPDATE: 'update', CMD_INSERT: 'insert' } as const;

function readMerge(
  { relation, mergeWhenClauses = [] }: NodeOf<'MergeStmt'>,
  context: TreeContext,
): readonly SqlStep[] {
  const table = nameOfRelation(relation);
  const kinds = mergeWhenClauses.flatMap((clause) => {
    const command = nodeAs(clause, 'MergeWhenClause')?.commandType ?? '';
    return command in mergedKinds ? mergedKinds[command as keyof typeof mergedKinds] : [];
  });
  return [...new Set(kinds)].map((kind) => stepOf(rowEffect(kind, 'some', table), table, context));
}

function readSelect(
  { intoClause }: NodeOf<'SelectStmt'>,
  context: TreeContext,
): readonly SqlStep[] {
  if (!intoClause?.rel) return [];
  const name = nameOfRelation(intoClause.rel);
  if (intoClause.rel.relpersistence === 't') return [{ kind: 'own', name }];
  return [stepOf(migrateThing('table', name), name, context)];
}

function readCall(
  { funcname, args = [] }: NodeOf<'FuncCall'>,
  context: TreeContext,
): readonly SqlStep[] {
  const name = textsOf(funcname).at(-1) ?? '';
  const effect = Object.hasOwn(selectFunctions, name) ? selectFunctions[name] : undefined;
  if (effect !== 'text') return effect ? [stepOf(effect, unnamed, context)] : [];
  const texts = args.flatMap((arg) => nodeAs(arg, 'A_Const')?.sval?.sval ?? []);
  return texts.flatMap((text) => context.reading.readText(text, context.line));
}

function readDrop(
  { objects = [], removeType = 'OBJECT_TABLE', behavior }: NodeOf<'DropStmt'>,
  context: TreeContext,
): readonly SqlStep[] {
  const isCascading = behavior === 'DROP_CASCADE';
  const effect = dropOf(droppedKinds[removeType] ?? '', isCascading, context.reading.dialect);
  return objects.flatMap((object): SqlStep[] => {
    const name: SqlName = nameOf(textsOf(nodeAs(object, 'List')?.items ?? [object]));
    return effect ? [stepOf(effect(name), name, context)] : [];
  });
}

function readAlter(
  { relation, cmds = [] }: NodeOf<'AlterTableStmt'>,
  context: TreeContext,
): readonly SqlStep[] {
  const table = nameOfRelation(relation);
  const dropped = cmds.flatMap((command): SqlStep[] => {
    const { subtype, name = '' } = nodeAs(command, 'AlterTableCmd') ?? {};
    if (subtype !== 'AT_DropColumn') return [];
    return [stepOf(dropPartEffect('column', nameOf([name]), table), table, context)];
  });
  return dropped.length > 0 ? dropped : [stepOf(migrateThing('table', table), table, context)];
}

/** EXPLAIN executes what it explains only where ANALYZE asks for it. */
function readExplain(
  { query, options = [] }: NodeOf<'ExplainStmt'>,
  context: TreeContext,
): readonly SqlStep[] {
  const isExecuting = options.some((option) => {
    const { defname, arg } = nodeAs(option, 'DefElem') ?? {};
    const value = nodeAs(arg, 'String')?.sval ?? String(nodeAs(arg, 'Integer')?.ival ?? 1);
    return defname === 'analyze' && !/^(?:off|false|0)$/.test(value);
  });
  return isExecuting ? stepsIn(query, context) : [];
}
