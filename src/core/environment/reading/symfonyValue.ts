import type { Lookup } from '../dialect';
import { unknownCommand, type Reading } from './reading';
import { expandSymfonyReferences } from './symfonyReferences';
import type { TextCursor } from './textCursor';

export interface SymfonyAssignment {
  readonly reading: Reading;
  readonly lookup: Lookup;
  readonly name: string;
  readonly offset: number;
}

/** One stretch of a value, which may have several, quoted or not. */
type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly quote: "'" | '"' | '' }
  | { readonly kind: 'refused'; readonly message: string };

/** Assigns the value at the cursor. Says why, where the whole file is refused. */
export function readSymfonyValue(
  cursor: TextCursor,
  { reading, lookup, name, offset }: SymfonyAssignment,
): string | undefined {
  const start = cursor.offset;
  let value = '';
  if (cursor.take(/[ \t]*(?:#[^\n]*)?(?=\n|$)/y) === undefined) {
    if (cursor.peek === ' ' || cursor.peek === '\t')
      return 'symfony/dotenv refuses blanks before a value.';
    let isUnquoted = false;
    do {
      const piece = readPiece(cursor);
      if (piece.kind === 'refused') return piece.message;
      const expanded =
        piece.quote === "'"
          ? { text: piece.text }
          : expandSymfonyReferences(piece.text, reading, lookup);
      if ('failure' in expanded) return expanded.failure;
      const isPlain = piece.quote === '' && expanded.text === piece.text;
      if (isPlain && /\s/.test(piece.text) && !piece.text.includes('$('))
        return 'symfony/dotenv refuses a value with blanks that is not quoted.';
      if (piece.quote !== "'" && /(?<!\\)\$\(/.test(piece.text))
        reading.note(offset, unknownCommand);
      isUnquoted = piece.quote === '';
      value += piece.quote === "'" ? expanded.text : expanded.text.replaceAll('\\\\', '\\');
    } while (!cursor.isAtEnd && cursor.peek !== '\n' && !(isUnquoted && cursor.peek === '#'));
  }
  reading.assignExpanded(name, cursor.text.slice(start, cursor.offset), value, offset);
  return undefined;
}

function readPiece(cursor: TextCursor): Piece {
  const quote = cursor.peek;
  if (quote === "'") {
    const quoted = cursor.take(/'[^']*'/y);
    return quoted === undefined ? unclosed : { kind: 'text', text: quoted.slice(1, -1), quote };
  }
  if (quote !== '"') return readUnquoted(cursor);
  const close = closingQuote(cursor.text, cursor.offset + 1);
  if (close < 0) return unclosed;
  const text = cursor.text
    .slice(cursor.offset + 1, close)
    .replaceAll('\\"', '"')
    .replaceAll('\\r', '\r')
    .replaceAll('\\n', '\n');
  cursor.offset = close + 1;
  return { kind: 'text', text, quote };
}

/** A backslash protects the quote, unless another one stands right before it. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at - 1] === '\\' && text[at - 2] !== '\\') at = text.indexOf('"', at + 1);
  return at;
}

const unclosed: Piece = { kind: 'refused', message: 'A quote in this file is never closed.' };

/** Up to a quote, a line end or a comment; a command in parentheses may hold all of them. */
function readUnquoted(cursor: TextCursor): Piece {
  const parts: string[] = [];
  const part = /[^\n"'\\$# \t]+|[ \t]+#?|\\["']|\$\(|[\\$#]/y;
  for (let found = cursor.take(part); found !== undefined; found = cursor.take(part)) {
    if (found === '$(') {
      const command = readCommand(cursor);
      if (command === undefined)
        return { kind: 'refused', message: 'A parenthesis in this file is never closed.' };
      parts.push(found, command);
    } else if (/^[ \t]+#$/.test(found)) {
      cursor.offset--;
      break;
    } else if (found === '#' && parts.length === 0 && isBlank(cursor.text[cursor.offset - 2])) {
      cursor.offset--;
      break;
    } else parts.push(/^\\["']$/.test(found) ? found.slice(1) : found);
  }
  return { kind: 'text', text: parts.join('').trimEnd(), quote: '' };
}

/** What follows `$(`, up to the parenthesis that closes it on the same line. */
function readCommand(cursor: TextCursor): string | undefined {
  const start = cursor.offset;
  let open = 1;
  while (open > 0) {
    const next = cursor.take(/[^()\n]*[()]/y);
    if (next === undefined) return undefined;
    open += next.endsWith('(') ? 1 : -1;
  }
  return cursor.text.slice(start, cursor.offset);
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
