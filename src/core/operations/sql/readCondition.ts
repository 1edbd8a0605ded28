import type { Condition, Operand } from './condition';
import { depthChange, isSymbol, type SqlToken } from './sqlToken';
import { TokenCursor } from './tokenCursor';

/** Parentheses in parentheses beyond this are not looked into. */
const deepest = 40;

const other: Condition = { kind: 'other' };

export function readCondition(tokens: readonly SqlToken[], depth = 0): Condition {
  if (depth > deepest || tokens.length === 0) return other;
  const inner = (part: readonly SqlToken[]): Condition => readCondition(part, depth + 1);
  const choices = split(tokens, 'or');
  if (choices.length > 1) return { kind: 'or', parts: choices.map(inner) };
  const demands = split(tokens, 'and');
  if (demands.length > 1) return { kind: 'and', parts: demands.map(inner) };
  if (tokens[0]!.word === 'not') return { kind: 'not', part: inner(tokens.slice(1)) };
  const cursor = new TokenCursor(tokens);
  const content = cursor.takeParentheses();
  return content && cursor.isAtEnd ? inner(content) : readTest(tokens);
}

/** At a word outside parentheses and CASE; the AND of a BETWEEN is no such word. */
function split(tokens: readonly SqlToken[], word: 'and' | 'or'): readonly (readonly SqlToken[])[] {
  const parts: SqlToken[][] = [[]];
  let depth = 0;
  let isBetween = false;
  for (const token of tokens) {
    depth += depthChange(token) + caseChange(token);
    if (depth === 0 && token.word === 'between') isBetween = true;
    if (depth !== 0 || token.word !== word) parts.at(-1)!.push(token);
    else if (isBetween && word === 'and') {
      isBetween = false;
      parts.at(-1)!.push(token);
    } else parts.push([]);
  }
  return parts;
}

function caseChange({ word }: SqlToken): number {
  return word === 'case' ? 1 : word === 'end' ? -1 : 0;
}

function readTest(tokens: readonly SqlToken[]): Condition {
  const cursor = new TokenCursor(tokens);
  if (cursor.take('current', 'of')) return { kind: 'current' };
  const left = readOperand(cursor);
  if (cursor.isAtEnd) return truth(left);
  if (cursor.take('is', 'not', 'null') && cursor.isAtEnd) return { kind: 'notNull', of: left };
  if (cursor.take('in')) return readList(cursor, left);
  const operator = comparison(cursor);
  if (operator === undefined || cursor.isAtEnd || /^(?:any|all|some)$/.test(cursor.word()))
    return other;
  const right = readOperand(cursor);
  return { kind: 'compare', left, operator, right: cursor.isAtEnd ? right : { kind: 'value' } };
}

function truth(operand: Operand): Condition {
  if (operand.kind !== 'literal') return other;
  const isFalse = operand.text === 'false' || Number(operand.text) === 0;
  return { kind: 'literal', isTrue: !isFalse };
}

/** A list of one value is a comparison with it. */
function readList(cursor: TokenCursor, left: Operand): Condition {
  const content = cursor.takeParentheses();
  const isOne = content?.length === 1 && content[0]!.kind !== 'word' && cursor.isAtEnd;
  return isOne ? { kind: 'compare', left, operator: '=', right: { kind: 'value' } } : other;
}

const operators: Readonly<Record<string, string>> = {
  '=': '=',
  '==': '=',
  '<>': '<>',
  '!=': '<>',
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
};

function comparison(cursor: TokenCursor): string | undefined {
  if (cursor.take('like') || cursor.take('ilike')) return 'like';
  const token = cursor.peek();
  const operator = token?.kind === 'symbol' ? operators[token.text] : undefined;
  if (operator !== undefined) cursor.next();
  return operator;
}

const literalWords = new Set(['true', 'false', 'null']);

function readOperand(cursor: TokenCursor): Operand {
  const minus = cursor.takeSymbol('-') ? '-' : '';
  const token = cursor.peek();
  if (token?.kind === 'number' || token?.kind === 'string' || literalWords.has(token?.word ?? '')) {
    cursor.next();
    return { kind: 'literal', text: minus + (token!.word || token!.text) };
  }
  if (token?.kind === 'word' || token?.kind === 'name') {
    const { key } = cursor.name();
    return isSymbol(cursor.peek(), '(') ? skipCall(cursor) : { kind: 'column', path: key };
  }
  if (cursor.takeParentheses() === undefined) cursor.next();
  return { kind: 'value' };
}

function skipCall(cursor: TokenCursor): Operand {
  cursor.takeParentheses();
  return { kind: 'value' };
}
