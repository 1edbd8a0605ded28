import type { A_Const, Node } from 'libpg-query';
import type { Condition, Operand } from '../../core/operations/sql/condition';
import { nodeAs, textsOf, type NodeOf } from './treeNode';

const other: Condition = { kind: 'other' };

export function conditionOf(node: Node | undefined): Condition {
  const bool = nodeAs(node, 'BoolExpr');
  if (bool) return combined(bool);
  const test = nodeAs(node, 'NullTest');
  if (test)
    return test.nulltesttype === 'IS_NOT_NULL'
      ? { kind: 'notNull', of: operandOf(test.arg) }
      : other;
  const constant = nodeAs(node, 'A_Const');
  if (constant?.boolval) return { kind: 'literal', isTrue: constant.boolval.boolval ?? false };
  if (nodeAs(node, 'CurrentOfExpr')) return { kind: 'current' };
  const expression = nodeAs(node, 'A_Expr');
  return expression ? comparisonOf(expression) : other;
}

function combined({ boolop, args = [] }: NodeOf<'BoolExpr'>): Condition {
  const parts = args.map(conditionOf);
  if (boolop === 'NOT_EXPR') return { kind: 'not', part: parts[0] ?? other };
  return { kind: boolop === 'AND_EXPR' ? 'and' : 'or', parts };
}

function comparisonOf({ kind, name, lexpr, rexpr }: NodeOf<'A_Expr'>): Condition {
  const operator = textsOf(name)[0] ?? '';
  const left = operandOf(lexpr);
  switch (kind) {
    case 'AEXPR_OP':
      return { kind: 'compare', left, operator, right: operandOf(rexpr) };
    case 'AEXPR_LIKE':
    case 'AEXPR_ILIKE':
      return operator.startsWith('!')
        ? other
        : { kind: 'compare', left, operator: 'like', right: operandOf(rexpr) };
    case 'AEXPR_IN': {
      const isOne = operator === '=' && nodeAs(rexpr, 'List')?.items?.length === 1;
      return isOne ? { kind: 'compare', left, operator, right: { kind: 'value' } } : other;
    }
    default:
      return other;
  }
}

function operandOf(node: Node | undefined): Operand {
  const column = nodeAs(node, 'ColumnRef');
  if (column) return { kind: 'column', path: textsOf(column.fields).join('.').toLowerCase() };
  const constant = nodeAs(node, 'A_Const');
  return constant ? { kind: 'literal', text: textOf(constant) } : { kind: 'value' };
}

/** Zero and false are left out of the tree. */
function textOf({ ival, fval, boolval, sval }: A_Const): string {
  if (ival) return String(ival.ival ?? 0);
  if (boolval) return String(boolval.boolval ?? false);
  return fval?.fval ?? sval?.sval ?? 'null';
}
