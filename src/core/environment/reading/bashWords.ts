import type { Lookup } from '../dialect';
import { evaluateOperator } from './parameterOperators';
import type { Reading } from './reading';

const plain = /[^\\'"`$(){}\s;&|<>]+/y;
const name = /[A-Za-z_]\w*/y;
const parameter = /\$\{([A-Za-z_]\w*)(:?[-+?=])?/y;
const maxDepth = 100;

const ansiEscapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1B',
  E: '\x1B',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Takes quotes off one word and replaces its references. What would have to be run stays as it is written. */
export class BashWord {
  /** Whether part of the value can only be known by running the file. */
  isUnknown = false;
  /** Whether a variable is missing that the word requires: bash then reads no further. */
  isMissing = false;

  constructor(
    readonly text: string,
    readonly closings: ReadonlyMap<number, number>,
    readonly reading: Reading,
    readonly lookup: Lookup,
  ) {}

  expand(from: number, to: number, isQuoted = false, depth = 0): string {
    let result = '';
    let at = from;
    while (at < to && !this.isMissing) {
      plain.lastIndex = at;
      const text = plain.exec(this.text)?.[0].slice(0, to - at) ?? '';
      at += text.length;
      result += text;
      if (at >= to) break;
      const next = this.#special(at, isQuoted, depth);
      result += next.value;
      at = next.end;
    }
    return result;
  }

  #special(at: number, isQuoted: boolean, depth: number): { value: string; end: number } {
    const character = this.text[at]!;
    if (character === '\\') return { value: this.#escaped(at, isQuoted), end: at + 2 };
    const end = this.closings.get(at);
    if (character === '$') return this.#reference(at, end, isQuoted, depth);
    if (end === undefined) return { value: character, end: at + 1 };
    if (character === '"') return { value: this.#nested(at + 1, end - 1, true, depth), end };
    if (character === "'") return { value: this.text.slice(at + 1, end - 1), end };
    return this.#unknown(at, end);
  }

  #escaped(at: number, isQuoted: boolean): string {
    const character = this.text[at + 1] ?? '\\';
    if (character === '\n') return '';
    return isQuoted && !'$`"\\'.includes(character) ? `\\${character}` : character;
  }

  #reference(
    at: number,
    end: number | undefined,
    isQuoted: boolean,
    depth: number,
  ): { value: string; end: number } {
    const next = this.text[at + 1] ?? '';
    if (end !== undefined && next === '{') return this.#braced(at, end, isQuoted, depth);
    if (end !== undefined && next === "'")
      return { value: unescapeAnsi(this.text.slice(at + 2, end - 1)), end };
    if (end !== undefined) return this.#unknown(at, end);
    name.lastIndex = at + 1;
    const found = name.exec(this.text)?.[0];
    if (found !== undefined)
      return { value: this.#valueOf(found) ?? '', end: at + 1 + found.length };
    if (/[1-9]/.test(next)) return { value: '', end: at + 2 };
    if (/[*@#?$!0-]/.test(next)) return this.#unknown(at, at + 2);
    // `$"…"` is the same as `"…"`.
    return { value: next === '"' ? '' : '$', end: at + 1 };
  }

  #braced(
    at: number,
    end: number,
    isQuoted: boolean,
    depth: number,
  ): { value: string; end: number } {
    parameter.lastIndex = at;
    const match = parameter.exec(this.text);
    const wordAt = at + (match?.[0].length ?? 0);
    const [, wanted, operator = ''] = match ?? [];
    if (wanted === undefined || (operator === '' && wordAt !== end - 1))
      return this.#unknown(at, end);
    const evaluated = evaluateOperator(operator, this.#valueOf(wanted));
    this.isMissing ||= evaluated.kind === 'missing';
    if (evaluated.kind !== 'word')
      return { value: evaluated.kind === 'value' ? evaluated.value : '', end };
    const value = this.#nested(wordAt, end - 1, isQuoted, depth);
    if (operator.endsWith('=')) this.reading.assignExpanded(wanted, value, value, at);
    return { value, end };
  }

  #nested(from: number, to: number, isQuoted: boolean, depth: number): string {
    if (depth < maxDepth) return this.expand(from, to, isQuoted, depth + 1);
    this.isUnknown = true;
    return this.text.slice(from, to);
  }

  #unknown(at: number, end: number): { value: string; end: number } {
    this.isUnknown = true;
    return { value: this.text.slice(at, end), end };
  }

  #valueOf(wanted: string): string | undefined {
    return this.reading.fileFirst(wanted, this.lookup);
  }
}

function unescapeAnsi(text: string): string {
  return text.replace(
    /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|([^]))/g,
    (_, octal?: string, hex?: string, unicode?: string, character = '') => {
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & 255);
      const code = hex ?? unicode;
      if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
      return ansiEscapes[character] ?? (/[\\'"?]/.test(character) ? character : `\\${character}`);
    },
  );
}
