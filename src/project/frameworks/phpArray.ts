/** A value of a PHP array that is written with literals and calls. */
export type PhpValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'null' }
  | { readonly kind: 'array'; readonly entries: ReadonlyMap<string, PhpValue> }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly PhpValue[] }
  | { readonly kind: 'unknown' };

const token =
  /\s+|\/\/[^\n]*|#(?!\[)[^\n]*|\/\*[\s\S]*?\*\/|('(?:[^'\\]|\\[\s\S])*')|("(?:[^"\\$]|\\[\s\S])*")|(-?\d+(?:\.\d+)?)|([\w\\]+)|(=>)|([\s\S])/g;
const deepest = 20;

interface Token {
  readonly kind: 'string' | 'number' | 'word' | 'arrow' | 'sign';
  readonly text: string;
}

/** The array that a configuration file returns; whatever is more than literals and calls in it is not known. */
export function readReturnedArray(text: string): PhpValue {
  const tokens = tokensOf(text);
  const start = tokens.findIndex(({ kind, text: word }) => kind === 'word' && word === 'return');
  return start < 0 ? { kind: 'unknown' } : new PhpReader(tokens, start + 1).value(0);
}

export function memberOf(value: PhpValue | undefined, name: string): PhpValue | undefined {
  return value?.kind === 'array' ? value.entries.get(name) : undefined;
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(token)].flatMap(
    ([, single, double, number, word, arrow, sign]): Token[] => {
      const quoted = single ?? double;
      if (quoted !== undefined)
        return [{ kind: 'string', text: quoted.slice(1, -1).replace(/\\(['"\\])/g, '$1') }];
      if (number !== undefined) return [{ kind: 'number', text: number }];
      if (word !== undefined) return [{ kind: 'word', text: word }];
      if (arrow !== undefined) return [{ kind: 'arrow', text: arrow }];
      return sign === undefined ? [] : [{ kind: 'sign', text: sign }];
    },
  );
}

class PhpReader {
  constructor(
    private readonly tokens: readonly Token[],
    private at: number,
  ) {}

  /** One expression, up to the comma or bracket that ends it. */
  value(depth: number): PhpValue {
    const found = depth > deepest ? ({ kind: 'unknown' } as const) : this.#operand(depth);
    return this.#isEnd() ? found : this.#skip();
  }

  #operand(depth: number): PhpValue {
    const { kind, text } = this.tokens[this.at++] ?? { kind: 'sign', text: '' };
    if (kind === 'string' || kind === 'number') return { kind: 'text', text };
    if (kind === 'sign' && text === '[') return this.#array(']', depth);
    if (kind !== 'word') return this.#unread();
    const isCall = this.#is('(');
    if (isCall) this.at++;
    if (isCall && text === 'array') return this.#array(')', depth);
    if (isCall) return { kind: 'call', name: text, args: this.#items(')', depth) };
    if (/^null$/i.test(text)) return { kind: 'null' };
    return /^(true|false)$/i.test(text) ? { kind: 'text', text } : { kind: 'unknown' };
  }

  #unread(): PhpValue {
    this.at--;
    return { kind: 'unknown' };
  }

  #array(close: string, depth: number): PhpValue {
    const entries = new Map<string, PhpValue>();
    while (this.at < this.tokens.length && !this.#is(close)) {
      const first = this.value(depth + 1);
      if (this.tokens[this.at]?.kind === 'arrow') {
        this.at++;
        const value = this.value(depth + 1);
        if (first.kind === 'text') entries.set(first.text, value);
      } else entries.set(String(entries.size), first);
      if (this.#is(',')) this.at++;
      else if (!this.#is(close)) break;
    }
    this.at++;
    return { kind: 'array', entries };
  }

  #items(close: string, depth: number): readonly PhpValue[] {
    const list = this.#array(close, depth);
    return list.kind === 'array' ? [...list.entries.values()] : [];
  }

  #is(sign: string): boolean {
    const next = this.tokens[this.at];
    return next?.kind === 'sign' && next.text === sign;
  }

  #isEnd(): boolean {
    const next = this.tokens[this.at];
    return !next || next.kind === 'arrow' || (next.kind === 'sign' && /[,\])};]/.test(next.text));
  }

  /** Past the rest of an expression that is more than one operand. */
  #skip(): PhpValue {
    for (let depth = 0; this.at < this.tokens.length; this.at++) {
      if (depth === 0 && this.#isEnd()) break;
      const { kind, text } = this.tokens[this.at] ?? {};
      if (kind === 'sign' && /[([{]/.test(text ?? '')) depth++;
      if (kind === 'sign' && /[)\]}]/.test(text ?? '')) depth--;
    }
    return { kind: 'unknown' };
  }
}
