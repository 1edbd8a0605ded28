import type { Node } from 'web-tree-sitter';
import { concatenateTexts } from '../texts';
import { scalar, type Scalar, type Value } from '../value';
import type { Evaluator } from './evaluator';
import { childrenOf } from '../nodes';
import type { Scope } from './scope';

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
  '\n': '',
};

/** Texts one after the other; unknown as soon as one of them is. */
export function concatenate(pieces: readonly Value[]): Value {
  return concatenateTexts(pieces, printed);
}

export function printed(value: Scalar): string {
  return String(value);
}

/** A string literal, or a template with `${…}` in it. */
export function stringLiteral(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const written = { kind: 'written', origin: scope.origin(node) } as const;
  const pieces = childrenOf(node).map((child): Value => {
    if (child.type === 'template_substitution')
      return evaluator.expression(childrenOf(child)[0], scope);
    return scalar(child.type === 'escape_sequence' ? unescape(child.text) : child.text);
  });
  const value = concatenate(pieces);
  return { ...value, trail: [...value.trail, written] };
}

function unescape(text: string): string {
  const code = /^\\(?:x([\da-f]{2})|u([\da-f]{4})|u\{([\da-f]+)\})$/i.exec(text);
  const digits = code?.[1] ?? code?.[2] ?? code?.[3];
  if (digits !== undefined) {
    const point = Number.parseInt(digits, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : text;
  }
  const character = text.slice(1);
  return Object.hasOwn(escapes, character) ? (escapes[character] ?? '') : character;
}
