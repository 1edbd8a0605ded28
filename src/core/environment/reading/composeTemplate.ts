import { evaluateOperator } from './parameterOperators';

export type ExpandedTemplate =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly message: string };

type Resolve = (name: string) => string | undefined;

const reference = /\$(?:(\$)|([_a-z]\w*)|(\{))/giy;
const braced = /([_a-z]\w*)(?:(:?[-+?])|(?=\}))/iy;
const maxDepth = 100;

/** Compose's `$NAME`, `${NAME}` and `${NAME:-word}`, where a word may hold references. `$$` stands for `$`. */
export function expandComposeTemplate(text: string, resolve: Resolve): ExpandedTemplate {
  const template = new ComposeTemplate(text, resolve);
  const expanded = template.expand(0, text.length, 0);
  return template.failure === undefined
    ? { kind: 'text', text: expanded }
    : { kind: 'refused', message: template.failure };
}

class ComposeTemplate {
  failure: string | undefined;
  readonly #closings: ReadonlyMap<number, number>;

  constructor(
    readonly text: string,
    readonly resolve: Resolve,
  ) {
    this.#closings = text.includes('${') ? matchBraces(text) : new Map();
  }

  expand(from: number, to: number, depth: number): string {
    let result = '';
    let done = from;
    let at = this.text.indexOf('$', from);
    for (; at >= 0 && at < to && this.failure === undefined; at = this.text.indexOf('$', done)) {
      result += this.text.slice(done, at);
      reference.lastIndex = at;
      const match = reference.exec(this.text);
      done = match ? at + match[0].length : at + 1;
      if (match?.[3]) {
        const { value, end } = this.#expandBraced(at + 1, to, depth);
        result += value;
        done = end;
      } else result += match?.[2] ? (this.resolve(match[2]) ?? '') : '$';
    }
    return result + this.text.slice(done, Math.max(done, to));
  }

  #expandBraced(open: number, to: number, depth: number): { value: string; end: number } {
    braced.lastIndex = open + 1;
    const [head, name, operator = ''] = braced.exec(this.text) ?? [];
    const close = this.#closings.get(open) ?? this.#lastBrace(open, to);
    if (head === undefined || name === undefined || close < 0 || close >= to)
      return this.#refuse('A reference in this file is not one that compose understands.', to);
    if (depth >= maxDepth)
      return this.#refuse('The references in this file are nested too deeply.', to);
    // Compose expands the word even where it is not wanted, and refuses the file where that fails.
    const word = this.expand(open + 1 + head.length, close, depth + 1);
    const evaluated = evaluateOperator(operator, this.resolve(name));
    if (evaluated.kind === 'missing')
      return this.#refuse('A variable that this file requires is missing.', to);
    return { value: evaluated.kind === 'word' ? word : evaluated.value, end: close + 1 };
  }

  /** With more opening than closing braces the last one of the line closes. */
  #lastBrace(open: number, to: number): number {
    const newline = this.text.indexOf('\n', open);
    const close = this.text.lastIndexOf('}', Math.min(to, newline < 0 ? to : newline) - 1);
    return close > open ? close : -1;
  }

  #refuse(message: string, end: number): { value: string; end: number } {
    this.failure = message;
    return { value: '', end };
  }
}

/** For each `{` the `}` that closes it. */
function matchBraces(text: string): Map<number, number> {
  const closings = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{') open.push(index);
    else if (open.length > 0) closings.set(open.pop()!, index);
  }
  return closings;
}
