import type { Node } from 'web-tree-sitter';
import { scalar, type Value } from '../value';
import type { Evaluator } from './evaluator';
import { concatenate } from './methods';
import type { Scope } from './scope';

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\n': '',
  '0': '\0',
};

/** A string literal: plain, raw, triple-quoted or with `{…}` in it. */
export function stringLiteral(evaluator: Evaluator, node: Node, scope: Scope): Value {
  const start = node.namedChildren[0]?.text.toLowerCase() ?? '';
  const isRaw = /^[a-z]*r[a-z]*['"]/.test(start);
  const written = { kind: 'written', origin: scope.origin(node) } as const;
  const pieces = node.namedChildren.flatMap((child): Value[] => {
    if (child?.type === 'string_content')
      return [scalar(isRaw ? child.text : unescape(child, /^[a-z]*f/.test(start)))];
    if (child?.type === 'interpolation')
      return [evaluator.expression(child.childForFieldName('expression'), scope)];
    return [];
  });
  const value = concatenate(pieces.length > 0 ? pieces : [scalar('')]);
  return { ...value, trail: [...value.trail, written] };
}

function unescape(content: Node, isFormat: boolean): string {
  return content.text.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))|\{\{|\}\}/g,
    (whole, hex?: string, short?: string, long?: string, plain?: string) => {
      const code = hex ?? short ?? long;
      if (code !== undefined) return codePoint(Number.parseInt(code, 16), whole);
      if (plain === undefined) return isFormat ? whole.charAt(0) : whole;
      return escapes[plain] ?? (/['"\\]/.test(plain) ? plain : whole);
    },
  );
}

function codePoint(code: number, whole: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
