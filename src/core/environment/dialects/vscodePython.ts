import type { Dialect, Lookup, ParsedEnvFile } from '../dialect';
import { Reading } from '../reading/reading';

const head = /^\s*(_*[a-zA-Z]\w*)\s*=\s*/;
const name = /(?:[a-zA-Z]\w*)?/y;

export const vscodePython = {
  id: 'vscode-python',
  title: 'Python Debugger for VS Code (envFile)',
  parse(text: string, lookup: Lookup): ParsedEnvFile {
    const reading = new Reading(text);
    for (const match of text.matchAll(/[^\n]+/g)) {
      const line = match[0].trimEnd();
      const start = head.exec(line);
      if (!start || line.includes('\r')) continue;
      const written = withoutQuotes(line.slice(start[0].length));
      const resolve = (wanted: string): string =>
        reading.values.get(wanted)
          ? reading.fileFirst(wanted, lookup)!
          : (lookup.get(wanted) ?? '');
      const expanded = expand(written, resolve).replaceAll('\\$', '$');
      reading.assignExpanded(start[1]!, written, expanded, match.index);
    }
    return reading.finish();
  },
} as const satisfies Dialect;

/** There are no comments, and `\n` is a line end in both kinds of quotes. */
function withoutQuotes(value: string): string {
  const first = value[0];
  if (value.length < 2 || (first !== "'" && first !== '"') || !value.endsWith(first)) return value;
  return value.slice(1, -1).replaceAll('\\n', '\n');
}

/** One reference that is not just a name leaves the whole value as it is. */
function expand(value: string, resolve: (name: string) => string): string {
  let result = '';
  let done = 0;
  let at = -1;
  const ends = new LineEnds(value);
  while ((at = value.indexOf('${', Math.max(at + 1, done))) >= 0) {
    name.lastIndex = at + 2;
    const wanted = name.exec(value)![0];
    const next = at + 2 + wanted.length;
    const isPlain = value[next] === '}';
    const close = isPlain ? next : ends.lastBraceOfLine(next);
    if (close <= next - (isPlain ? 1 : 0) || /\w/.test(value[next] ?? 'x')) continue;
    const isEscaped = value[at - 1] === '\\';
    if (!isEscaped && (!isPlain || wanted === '')) return value;
    result += value.slice(done, at) + (isEscaped ? value.slice(at, close + 1) : resolve(wanted));
    done = close + 1;
  }
  return result + value.slice(done);
}

/** The last `}` of the line at hand, looked up once a line. */
class LineEnds {
  #end = -1;
  #brace = -1;

  constructor(readonly text: string) {}

  lastBraceOfLine(offset: number): number {
    if (offset > this.#end) {
      const end = this.text.indexOf('\n', offset);
      this.#end = end < 0 ? this.text.length : end;
      this.#brace = this.text.lastIndexOf('}', this.#end);
    }
    return this.#brace;
  }
}
