import type { Node } from 'web-tree-sitter';
import { childrenOf } from '../evaluation/nodes';
import type { Expression, TextPlace } from './expression';

const contents =
  /^(string_fragment|multiline_string_fragment|string_content|heredoc_content|escape_sequence|nowdoc_string|interpreted_string_literal_content|raw_string_literal_content)$/;
const marks = /^(string_start|string_end|heredoc_start|heredoc_end)$/;
const nested = /^(string|heredoc_body|nowdoc_body)$/;

/** Texts one behind the other; `undefined` where none of them is one. */
export function readJoined(node: Node, read: (node: Node) => Expression): string | undefined {
  const parts = childrenOf(node).map((child) => ({ child, value: read(child) }));
  if (!parts.some(({ value }) => value.kind === 'text')) return undefined;
  // `'…%s' % name` fills the text; every other operator that joins texts puts them one behind the other.
  if (isFormat(node)) return parts[0]?.value.kind === 'text' ? parts[0].value.text : undefined;
  return parts
    .map(({ child, value }) => (value.kind === 'text' ? value.text : placeholder(child.text)))
    .join('');
}

function isFormat(node: Node): boolean {
  return node.childForFieldName('operator')?.text === '%';
}

/** What a string says; what is put into it stands there by its name, as `⟨name⟩`. */
export function readText(node: Node): string {
  const children = childrenOf(node);
  if (children.length === 0 && contents.test(node.type)) return unescape(node.text);
  return children
    .map((child) => {
      if (contents.test(child.type)) return unescape(child.text);
      if (nested.test(child.type)) return readText(child);
      return marks.test(child.type) ? '' : placeholder(child.text);
    })
    .join('');
}

/** A name that no text has by itself: what the code puts there is not known. */
function placeholder(code: string): string {
  return `⟨${/[A-Za-z_]\w*(?=\W*$)/.exec(code)?.[0] ?? 'value'}⟩`;
}

function unescape(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, character: string) =>
    /[nrt]/.test(character) ? '\n' : character,
  );
}

const opening = /^[A-Za-z]*(?:"""|'''|["'`])\s*/;

/** Where the first word of a string stands; of several behind each other, that of the first. */
export function placeOfText(node: Node): TextPlace | undefined {
  const before = opening.exec(node.text)?.[0];
  if (before === undefined) {
    const first = childrenOf(node)[0];
    return first && placeOfText(first);
  }
  const { row, column } = node.startPosition;
  const lines = before.split('\n');
  const last = lines.at(-1)!.length;
  return { line: row + lines.length, column: (lines.length > 1 ? 0 : column) + last + 1 };
}
