import { skipBlanks, trimBlanksEnd } from './blanks';
import { NextIndex } from './nextIndex';
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
  const file = new NodeEnvFile(text, rules);
  let at = skipBlanks(text, 0, rules.blanks);
  while (at < text.length) at = file.afterSkippedLine(at) ?? file.afterAssignment(at);
  return file.reading;
}

interface Value {
  readonly value: string;
  readonly end: number;
  /** Begun with a quote that is never closed. */
  readonly isOpen?: true;
}

class NodeEnvFile {
  readonly reading: Reading;
  readonly #newline: NextIndex;
  readonly #equals: NextIndex;

  constructor(
    readonly text: string,
    readonly rules: NodeEnvFileRules,
  ) {
    this.reading = new Reading(text);
    this.#newline = new NextIndex(text, '\n');
    this.#equals = new NextIndex(text, '=');
  }

  /** Where reading goes on after a comment, an empty line or a line without `=`; `undefined` at an assignment. */
  afterSkippedLine(at: number): number | undefined {
    const { text, rules } = this;
    const newline = this.#newline.from(at);
    const next = Math.min(newline + 1, text.length);
    const isComment = text[at] === '\n' || text[at] === '#';
    // Node 20 takes a comment for a name where it is the last line and has no line end.
    if (isComment && (newline < text.length || rules.stopsAtLineEnd)) return next;
    const equals = this.#equals.from(at);
    if (equals === text.length) return equals;
    if (rules.stopsAtLineEnd && equals >= next) return skipBlanks(text, next, rules.blanks);
    return undefined;
  }

  afterAssignment(from: number): number {
    const { text, reading } = this;
    const { blanks, stopsAtLineEnd } = this.rules;
    const equals = this.#equals.from(from);
    const written = trimBlanksEnd(text.slice(skipBlanks(text, from, blanks), equals), blanks);
    const name = withoutExport(written, stopsAtLineEnd ? blanks : '');
    if (written === '' && !stopsAtLineEnd) return text.length;
    if (equals + 1 >= text.length || text[equals + 1] === '\n') {
      reading.assign(stopsAtLineEnd ? written : name, '', from);
      return equals + 1;
    }
    const start = skipBlanks(text, equals + 1, blanks);
    if (written === '') return start;
    const { value, end, isOpen } = this.#readValue(start);
    // Node 20 takes a value whose quote is still open at the end of the file for another name.
    if (isOpen && end >= text.length && !stopsAtLineEnd) return start;
    reading.assign(name, value, from);
    const next = this.#newline.from(end) + 1;
    return isQuote(text[start]) || !stopsAtLineEnd ? next : skipBlanks(text, next, blanks);
  }

  #readValue(start: number): Value {
    const { text } = this;
    const end = this.#newline.from(start);
    const quote = text[start];
    if (isQuote(quote)) {
      const close = text.indexOf(quote, start + 1);
      if (close < 0) return { value: text.slice(start, end), end, isOpen: true };
      const inner = text.slice(start + 1, close);
      return { value: quote === '"' ? inner.replaceAll('\\n', '\n') : inner, end: close + 1 };
    }
    const line = text.slice(start, end);
    return { value: trimBlanksEnd(line.split('#', 1)[0]!, this.rules.blanks), end };
  }
}

function isQuote(character: string | undefined): character is string {
  return character !== undefined && '"\'`'.includes(character);
}

function withoutExport(name: string, blanks: string): string {
  return name.startsWith('export ') ? name.slice(skipBlanks(name, 'export '.length, blanks)) : name;
}
