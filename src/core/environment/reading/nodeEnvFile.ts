import { skipBlanks, trimBlanksEnd } from './blanks';
import { Reading } from './reading';

export interface NodeEnvFileRules {
  /** The blanks that are trimmed off names and values. */
  readonly blanks: string;
  /** Whether a line without `=` ends at its line end, instead of becoming part of the next name. */
  readonly stopsAtLineEnd: boolean;
}

/** Node's own reader, behind `--env-file` and `util.parseEnv`. */
export function readNodeEnvFile(source: string, rules: NodeEnvFileRules): Reading {
  const text = trimBlanksEnd(source.replaceAll('\r', ''), rules.blanks);
  const reading = new Reading(text);
  let at = skipBlanks(text, 0, rules.blanks);
  while (at < text.length) {
    const after = afterSkippedLine(text, at, rules);
    at = after ?? readAssignment(text, at, rules, reading);
  }
  return reading;
}

/** Where reading goes on after a comment, an empty line or a line without `=`; `undefined` at an assignment. */
function afterSkippedLine(text: string, at: number, rules: NodeEnvFileRules): number | undefined {
  const newline = text.indexOf('\n', at);
  const next = newline < 0 ? text.length : newline + 1;
  const isComment = text[at] === '\n' || text[at] === '#';
  // Node 20 takes a comment for a name where it is the last line and has no line end.
  if (isComment && (newline >= 0 || rules.stopsAtLineEnd)) return next;
  const equals = text.indexOf('=', at);
  if (equals < 0) return text.length;
  if (rules.stopsAtLineEnd && equals >= next) return skipBlanks(text, next, rules.blanks);
  return undefined;
}

function readAssignment(
  text: string,
  from: number,
  rules: NodeEnvFileRules,
  reading: Reading,
): number {
  const { blanks, stopsAtLineEnd } = rules;
  const equals = text.indexOf('=', from);
  const written = trimBlanksEnd(text.slice(skipBlanks(text, from, blanks), equals), blanks);
  const name = withoutExport(written, stopsAtLineEnd ? blanks : '');
  if (written === '' && !stopsAtLineEnd) return text.length;
  if (equals + 1 >= text.length || text[equals + 1] === '\n') {
    reading.assign(stopsAtLineEnd ? written : name, '', from);
    return equals + 1;
  }
  const start = skipBlanks(text, equals + 1, blanks);
  if (written === '') return start;
  const { value, end, isOpen } = readValue(text, start, blanks);
  // Node 20 takes a value whose quote is still open at the end of the file for another name.
  if (isOpen && end >= text.length && !stopsAtLineEnd) return start;
  reading.assign(name, value, from);
  return afterValue(text, end, start, rules);
}

function afterValue(text: string, end: number, start: number, rules: NodeEnvFileRules): number {
  const newline = text.indexOf('\n', end);
  if (newline < 0) return text.length;
  const isQuoted = '"\'`'.includes(text[start]!);
  return isQuoted || !rules.stopsAtLineEnd
    ? newline + 1
    : skipBlanks(text, newline + 1, rules.blanks);
}

function withoutExport(name: string, blanks: string): string {
  return name.startsWith('export ') ? name.slice(skipBlanks(name, 'export '.length, blanks)) : name;
}

interface Value {
  readonly value: string;
  readonly end: number;
  /** Begun with a quote that is never closed. */
  readonly isOpen?: true;
}

function readValue(text: string, start: number, blanks: string): Value {
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  const quote = text[start] ?? '';
  if (quote !== '' && '"\'`'.includes(quote)) {
    const close = text.indexOf(quote, start + 1);
    if (close < 0) return { value: text.slice(start, end), end, isOpen: true };
    const inner = text.slice(start + 1, close);
    return { value: quote === '"' ? inner.replaceAll('\\n', '\n') : inner, end: close + 1 };
  }
  const comment = text.slice(start, end).indexOf('#');
  const value = text.slice(start, comment < 0 ? end : start + comment);
  return { value: trimBlanksEnd(value, blanks), end };
}
