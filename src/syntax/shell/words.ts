import type { Node } from 'web-tree-sitter';
import type { ShellWord } from '../../core/environment/shellRun';
import type { ShellState } from './shellState';

const ansiEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  e: '\x1b',
};

export function readWord(node: Node, state: ShellState): ShellWord {
  return { text: textOf(node, state), raw: node.text };
}

function textOf(node: Node, state: ShellState): string | undefined {
  switch (node.type) {
    case 'word':
    case 'number':
    case 'variable_name':
    case 'special_variable_name':
    case 'extglob_pattern':
    case 'regex':
      return untilde(unescapeWord(node.text), state);
    case 'raw_string':
      return node.text.slice(1, -1);
    case 'ansi_c_string':
      return node.text
        .slice(2, -1)
        .replace(/\\([\s\S])/g, (whole, letter: string) => ansiEscapes[letter] ?? whole);
    case 'string':
    case 'translated_string':
      return stringText(node, state);
    case 'concatenation':
    case 'command_name':
      return joined(node.namedChildren.flatMap((child) => (child ? [textOf(child, state)] : [])));
    case 'simple_expansion':
      return state.get(node.text.slice(1));
    case 'expansion':
      return expansionText(node, state);
    default:
      return undefined;
  }
}

/** Variables that hold each other twice grow without end: a longer text counts as not known. */
const longestText = 1 << 20;

function joined(texts: readonly (string | undefined)[]): string | undefined {
  const length = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
  return texts.includes(undefined) || length > longestText ? undefined : texts.join('');
}

/** Tree-sitter leaves the blanks between the parts of a string out: they are taken from the text. */
function stringText(node: Node, state: ShellState): string | undefined {
  const parts = node.namedChildren.filter((child) => child !== null);
  const start = node.text.startsWith('$') ? 2 : 1;
  let at = node.startIndex + start;
  const texts: (string | undefined)[] = [];
  for (const part of parts) {
    texts.push(unescapeQuoted(sliceOf(node, at, part.startIndex)));
    texts.push(part.type === 'string_content' ? unescapeQuoted(part.text) : textOf(part, state));
    at = part.endIndex;
  }
  texts.push(unescapeQuoted(sliceOf(node, at, node.endIndex - 1)));
  return joined(texts);
}

function sliceOf(node: Node, from: number, to: number): string {
  return node.text.slice(from - node.startIndex, Math.max(from, to) - node.startIndex);
}

/** `${NAME}`, `${NAME:-default}` and the like; anything more is left unknown. */
function expansionText(node: Node, state: ShellState): string | undefined {
  const match = /^\$\{(\w+)(?:(:?[-=+])([^{}$`]*))?\}$/.exec(node.text);
  if (!match) return undefined;
  const [, name = '', operator, fallback = ''] = match;
  const value = state.get(name);
  const isMissing = value === undefined || (operator?.startsWith(':') === true && value === '');
  if (operator === undefined) return value;
  const word = fallback.replace(/^(['"])(.*)\1$/s, '$2');
  return operator.endsWith('+') ? (isMissing ? '' : word) : isMissing ? word : value;
}

function untilde(text: string, { context }: ShellState): string {
  return text === '~' || text.startsWith('~/') ? context.home + text.slice(1) : text;
}

function unescapeWord(text: string): string {
  return text.replace(/\\\n/g, '').replace(/\\([\s\S])/g, '$1');
}

function unescapeQuoted(text: string): string {
  return text.replace(/\\\n/g, '').replace(/\\(["$`\\])/g, '$1');
}
