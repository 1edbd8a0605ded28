import type { ParsedEnvFile } from '../dialect';
import { Reading } from './reading';
import { TextCursor } from './textCursor';

export interface GoValue {
  readonly text: string;
  readonly quote: "'" | '"' | '';
}

export interface GoRules {
  readonly exportPrefix: RegExp;
  /** Sticky: what may stand before `=` or `:`, blanks included. */
  readonly name: RegExp;
  readonly isName: (written: string) => boolean;
  /** Whether a name alone on its line stands for a variable of the shell. */
  readonly inherits: boolean;
  /** Where a value in quotes ends, and what is in it; `undefined` where its quote never closes. */
  readonly readQuoted: (text: string, open: number) => { text: string; end: number } | undefined;
  /** Sticky: an unquoted value, comment included. */
  readonly line: RegExp;
  readonly withoutComment: (line: string) => string;
  /** Adds a value to the reading, or says why the whole file is refused. */
  readonly assign: (name: string, value: GoValue | null, offset: number) => string | undefined;
}

/** Go's notion of white space, and the same without `\n`. */
const spaceOrComment =
  /[\t-\r \x85\xA0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+|#[^\n]*/y;
const blanks = /[\t\v\f\r \x85\xA0]*/y;

/** godotenv and its descendant compose-go read a file statement by statement, not line by line. */
export function readGoStatements(
  text: string,
  createRules: (reading: Reading) => GoRules,
): ParsedEnvFile {
  const reading = new Reading(text);
  const rules = createRules(reading);
  const cursor = new TextCursor(text);
  for (;;) {
    cursor.skip(spaceOrComment);
    if (cursor.isAtEnd) return reading.finish();
    const start = cursor.offset;
    const failure = readStatement(cursor, rules);
    if (failure !== undefined) return reading.refuse(start, failure);
  }
}

function readStatement(cursor: TextCursor, rules: GoRules): string | undefined {
  const start = cursor.offset;
  cursor.take(rules.exportPrefix);
  if (cursor.isAtEnd) return 'This file ends where a name should follow.';
  const nameStart = cursor.offset;
  const name = (cursor.take(rules.name) ?? '').trimEnd();
  const separator = cursor.peek;
  if (!rules.isName(name)) return 'A name in this file has a character that is refused.';
  if (separator === '\n' && rules.inherits) return rules.assign(name, null, start);
  if (separator !== '' && separator !== '=' && separator !== ':')
    return 'A name in this file has a character that is refused.';
  // Without a separator before the end, what looked like a name is the value of the empty name.
  cursor.offset = separator === '' ? nameStart : cursor.offset + 1;
  cursor.take(blanks);
  const value = readValue(cursor, rules);
  if (!value) return 'A quote in this file is never closed.';
  return rules.assign(separator === '' ? '' : name, value, start);
}

function readValue(cursor: TextCursor, rules: GoRules): GoValue | undefined {
  const quote = cursor.peek;
  if (quote !== "'" && quote !== '"') {
    const line = cursor.take(rules.line) ?? '';
    return { text: rules.withoutComment(line), quote: '' };
  }
  const quoted = rules.readQuoted(cursor.text, cursor.offset);
  if (!quoted) return undefined;
  cursor.offset = quoted.end;
  return { text: quoted.text, quote };
}
