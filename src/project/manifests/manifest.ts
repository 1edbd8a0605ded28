export type Ecosystem = 'node' | 'python' | 'ruby' | 'php' | 'go' | 'java';

/** One dependency as a manifest declares it. */
export interface Declaration {
  readonly name: string;
  /** The version or range as written, `undefined` where any will do. */
  readonly version?: string;
  /** 1-based. */
  readonly line?: number;
}

export interface Declarations {
  readonly packages: readonly Declaration[];
  /** Run-scripts, where the manifest has them. */
  readonly scripts?: readonly {
    readonly name: string;
    readonly command: string;
    readonly line?: number;
  }[];
  /** The version of the language's runtime that the project asks for. */
  readonly runtime?: { readonly version: string; readonly line?: number };
  /** Set when the text is broken: what could be read of it is still here. */
  readonly problem?: { readonly line?: number; readonly message: string };
}

/** How one kind of manifest is read. */
export interface ManifestReader {
  readonly ecosystem: Ecosystem;
  /** The names of the files, in full. */
  readonly files: RegExp;
  read(text: string): Declarations;
}

/** Tells the 1-based line of an offset. */
export function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1))
    starts.push(end + 1);
  return (offset) => {
    let low = 0;
    for (let high = starts.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** The first line of each word, for formats whose parser tells no positions. */
export function linesOfWords(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries())
    for (const [word] of line.replace(/#.*/, '').matchAll(/[\w.-]+/g))
      if (!lines.has(word)) lines.set(word, index + 1);
  return lines;
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
